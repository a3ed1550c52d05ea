import { describe, expect, it } from 'vitest';
import { packPair, Pointing } from './pointing';
import { PointingNews, POINTING_EVERY_MS, RESTS_MS } from './pointing_news';
import { spotOf } from './poster_spot';
import type { TextPanel } from './api';

const panel = (heading: string, x: number, y: number, w: number, h: number): TextPanel => ({
  heading,
  text: '',
  x,
  y,
  w,
  h,
});

describe('what is pointed at', () => {
  it('is as the wire packs it', () => {
    expect(packPair(0, 1)).toBe(0x0000ffff);
    expect(packPair(1, 0)).toBe(0xffff0000);
    expect(packPair(-1, 7)).toBe(0x0000ffff);
    const pointing = new Pointing();
    pointing.told({
      booth: 411,
      person: [3, 9],
      place: [packPair(0.25, 0.75), packPair(1, 1)],
      presenting: 1,
      views: [{ person: 3, centre: packPair(0.5, 0.25), extent: packPair(0.5, 0.25) }],
    });
    const [first, second] = pointing.pointersAt(411);
    expect(first?.person).toBe(3);
    expect(first?.presents).toBe(true);
    expect(first?.x).toBeCloseTo(0.25, 4);
    expect(first?.y).toBeCloseTo(0.75, 4);
    expect(second?.presents).toBe(false);
    const view = pointing.viewsAt(411)[0];
    expect(view?.x).toBeCloseTo(0.25, 4);
    expect(view?.y).toBeCloseTo(0.125, 4);
    expect(pointing.pointersAt(412)).toEqual([]);
  });

  it('is of the booth I stand at only', () => {
    const pointing = new Pointing();
    pointing.told({ booth: 411, person: [3], place: [1], presenting: 0, views: [] });
    pointing.stoodAt(411);
    expect(pointing.pointersAt(411)).toHaveLength(1);
    pointing.stoodAt(0);
    expect(pointing.pointersAt(411)).toHaveLength(0);
  });
});

describe('a place in words', () => {
  const panels = [
    panel('', 0, 0, 1, 1),
    panel('Method', 0.05, 0.2, 0.4, 0.3),
    panel('Figure 3', 0.1, 0.3, 0.1, 0.1),
    panel('Not placed', 0, 0, 0, 0),
  ];
  const heading = (x: number, y: number): string => {
    const spot = spotOf(panels, { x, y });
    return spot.kind === 'heading' ? spot.heading : `${spot.column} ${spot.row}`;
  };

  it('is the smallest panel it lies in', () => {
    expect(heading(0.15, 0.35)).toBe('Figure 3');
    expect(heading(0.4, 0.45)).toBe('Method');
  });

  it('is a heading that is near, else one of nine parts', () => {
    expect(heading(0.5, 0.3)).toBe('Method');
    expect(heading(0.9, 0.9)).toBe('2 2');
    expect(heading(0.5, 0.99)).toBe('1 2');
    expect(heading(1, 0)).toBe('2 0');
    expect(spotOf([], { x: 0, y: 0.5 })).toEqual({ kind: 'part', column: 0, row: 1 });
  });
});

describe('pointing, said', () => {
  const at = (row: number, person = 3) => ({ person, spot: { kind: 'part' as const, column: 0, row } });

  it('when it rests, at most every five seconds, the same not twice', () => {
    const news = new PointingNews();
    expect(news.next(at(0), 0)).toBeNull();
    expect(news.next(at(0), RESTS_MS)).toEqual(at(0));
    expect(news.next(at(0), 20_000)).toBeNull();
    expect(news.next(at(1), 20_100)).toBeNull();
    expect(news.next(at(1), 20_100 + RESTS_MS)).toEqual(at(1));
    const last = 20_100 + RESTS_MS;
    expect(news.next(at(2), last + 100)).toBeNull();
    expect(news.next(at(2), last + POINTING_EVERY_MS - 1)).toBeNull();
    expect(news.next(at(2), last + POINTING_EVERY_MS)).toEqual(at(2));
  });

  it('is silent about what only passes by, and about nobody', () => {
    const news = new PointingNews();
    for (let ms = 0; ms < 3000; ms += 100) expect(news.next(at(ms / 100), ms)).toBeNull();
    expect(news.next(null, 4000)).toBeNull();
    expect(news.next(at(0, 4), 4000)).toBeNull();
    expect(news.next(at(0, 5), 4000 + RESTS_MS)).toBeNull();
  });
});
