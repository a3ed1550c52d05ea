import { describe, expect, it } from 'vitest';
import { doorFacts, doorPoster } from './author_door';
import type { Poster, Span } from './values';

const NOW = Date.parse('2026-04-21T12:00:00Z');
const HOUR = 3_600_000;
const span = (from: number, to: number): Span => ({ startMs: NOW + from * HOUR, endMs: NOW + to * HOUR });
const poster = (number: number, version: number, shifts: readonly Span[]): Poster =>
  ({ key: number, number, version, shifts }) as unknown as Poster;

describe('an author at the door', () => {
  it('comes to the poster whose shift is first, else to the one without a file', () => {
    expect(doorPoster([], NOW)).toBeNull();
    const [late, soon, over] = [
      poster(101, 1, [span(5, 6)]),
      poster(102, 1, [span(1, 2)]),
      poster(103, 0, [span(-3, -2)]),
    ];
    expect(doorPoster([late, soon, over], NOW)?.number).toBe(102);
    expect(doorPoster([poster(101, 1, []), over], NOW)?.number).toBe(103);
  });
  it('is told what is missing first', () => {
    expect(doorFacts(poster(101, 0, []), NOW)).toEqual([{ kind: 'noFile' }, { kind: 'noShift' }]);
    expect(doorFacts(poster(101, 1, [span(-2, -1)]), NOW)).toEqual([{ kind: 'noShift' }]);
  });
  it('is told when they are awaited: running, within the hour, later', () => {
    expect(doorFacts(poster(101, 1, [span(3, 4), span(-1, 1)]), NOW)).toEqual([
      { kind: 'runs', untilMs: NOW + HOUR },
    ]);
    const soon = { startMs: NOW + 120_000, endMs: NOW + HOUR };
    expect(doorFacts(poster(101, 1, [soon]), NOW)).toEqual([{ kind: 'starts', atMs: NOW + 120_000 }]);
    expect(doorFacts(poster(101, 1, [span(2, 3)]), NOW)).toEqual([{ kind: 'next', atMs: NOW + 2 * HOUR }]);
  });
});
