import { describe, expect, it } from 'vitest';
import type { PlanView, Tile } from './scene_view';
import { crossings, hallDistance, tourOrder, tourSeconds } from './tour';
import type { Poster } from './values';

const NO_RECT = { x: 0, y: 0, w: 0, h: 0 };
const COLUMNS = 10;

/** Aisles of ten booths in two blocks of five, with a crossing at either end and in the middle. */
function hall(aisles: number): PlanView {
  const booths = Array.from({ length: aisles * COLUMNS }, (_, i) => {
    const [aisle, place] = [Math.floor(i / COLUMNS), i % COLUMNS];
    const x = 3 + place * 5 + (place >= 5 ? 3 : 0);
    const y = aisle * 7;
    return {
      number: (aisle + 1) * 100 + place + 1,
      topic: 0,
      all: { x, y, w: 5, h: 7 },
      rug: { x, y: y + 2, w: 5, h: 3 },
      presenter: { x: x + 3, y: y + 3 },
      hasPoster: true,
    };
  });
  const none = { furniture: [], tables: [], doors: [], signs: [], aisleNumbers: [] };
  const width = 59;
  return {
    width,
    height: aisles * 7,
    floor: new Uint8Array(width * aisles * 7),
    blocked: new Uint8Array(width * aisles * 7),
    booths,
    ...none,
    stage: NO_RECT,
    audience: NO_RECT,
    foyer: NO_RECT,
  };
}

const plan = hall(8);
const poster = (number: number): Poster => ({ key: number, number }) as unknown as Poster;
const START: Tile = { x: 1, y: 4 };

describe('the way through a hall', () => {
  it('crosses where no booth stands', () => {
    expect(crossings(plan)).toEqual([0, 1, 2, 28, 29, 30, 56, 57, 58]);
  });
  it('is straight along an aisle and by the nearest crossing to another', () => {
    const cross = crossings(plan);
    expect(hallDistance({ x: 5, y: 4 }, { x: 25, y: 4 }, cross)).toBe(20);
    // Back to back: around the end of the block, not through the wall.
    expect(hallDistance({ x: 5, y: 4 }, { x: 5, y: 11 }, cross)).toBe(3 + 3 + 7);
    expect(hallDistance({ x: 15, y: 4 }, { x: 15, y: 11 }, cross)).toBe(13 + 13 + 7);
  });
});

describe('a tour', () => {
  const length = (order: readonly number[]): number => tourSeconds(order.map(poster), plan, START, 1000);
  it('goes to each once', () => {
    const numbers = [104, 305, 201, 810, 506];
    const order = tourOrder(numbers.map(poster), plan, START);
    expect([...order].sort()).toEqual([...numbers].sort());
    expect(tourOrder([], plan, START)).toEqual([]);
    expect(tourOrder([poster(104)], plan, null)).toEqual([104]);
  });
  it('is never longer than always going to the nearest, nor than any order when there are few', () => {
    // A generator of our own, so that a failure comes again.
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const all = (rest: readonly number[]): number[][] =>
      rest.length < 2
        ? [[...rest]]
        : rest.flatMap((first) => all(rest.filter((each) => each !== first)).map((more) => [first, ...more]));
    let best = 0;
    for (let i = 0; i < 30; i += 1) {
      const numbers = [
        ...new Set(Array.from({ length: 6 }, () => (random(8) + 1) * 100 + random(COLUMNS) + 1)),
      ];
      const shortest = Math.min(...all(numbers).map(length));
      const mine = length(tourOrder(numbers.map(poster), plan, START));
      expect(mine).toBeLessThanOrEqual(shortest * 1.35);
      if (mine === shortest) best += 1;
    }
    expect(best, 'mostly the shortest there is').toBeGreaterThan(20);
  });
  it('takes no time to find for everything one may save', () => {
    const numbers = plan.booths.map((booth) => booth.number);
    const order = tourOrder(numbers.map(poster), plan, START);
    expect(order.length).toBe(80);
    // Aisle by aisle: little more than the aisles' own length.
    expect(length(order)).toBeLessThan(80 * 5 + 8 * 30);
  });
});
