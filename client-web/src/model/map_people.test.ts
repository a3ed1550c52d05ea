import { expect, it } from 'vitest';
import { peopleOnMap } from './map_people';

const visitor = (id: number, x: number) => ({
  id,
  sequence: 0,
  x,
  y: 50,
  facing: 0 as const,
  away: false,
  listMode: false,
});

it('shows those around where they are, others in their cell, me not', () => {
  const cells = new Map([
    [1, 3],
    [5, 2],
  ]);
  const points = peopleOnMap([visitor(1, 10), visitor(2, 20)], 1, 1, cells);
  expect(points[0]).toEqual({ x: 20, y: 50 });
  expect(points.length).toBe(3);
  expect(
    points.slice(1).every(({ x, y }) => x >= 5 * 24 * 32 && x < 6 * 24 * 32 && y >= 0 && y < 16 * 32),
  ).toBe(true);
  expect(peopleOnMap([], 1, 1, cells)).toEqual(peopleOnMap([], 1, 1, cells));
});
