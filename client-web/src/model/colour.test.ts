import { describe, expect, it } from 'vitest';
import { fadedOut, rgbOf } from './colour';

/** Answers as a canvas does. */
class Reader {
  private style_ = '#000000';
  private readonly known_: Record<string, string> = {
    '#fff': '#ffffff',
    tan: '#d2b48c',
    '#ffd25e57': 'rgba(255, 210, 94, 0.341)',
    '#F6D7BF': '#f6d7bf',
    '#000000': '#000000',
  };
  get fillStyle(): string {
    return this.style_;
  }
  set fillStyle(colour: string) {
    this.style_ = this.known_[colour] ?? this.style_;
  }
}

describe('colours of the stylesheet', () => {
  it('are read in every spelling a build may choose', () => {
    expect(rgbOf(new Reader(), '#fff')).toEqual([255, 255, 255]);
    expect(rgbOf(new Reader(), 'tan')).toEqual([210, 180, 140]);
    expect(rgbOf(new Reader(), '#F6D7BF')).toEqual([246, 215, 191]);
    expect(rgbOf(new Reader(), '#ffd25e57')).toEqual([255, 210, 94]);
  });

  it('are black when they are none, whatever was read before', () => {
    const reader = new Reader();
    rgbOf(reader, '#fff');
    expect(rgbOf(reader, '')).toEqual([0, 0, 0]);
  });

  it('fade to themselves without weight', () => {
    expect(fadedOut(new Reader(), '#ffd25e57')).toBe('rgba(255, 210, 94, 0)');
  });
});
