import { describe, expect, it } from 'vitest';
import { seededRandom } from '../model/avatar_look';
import { overlaps } from '../model/geometry_floor';
import type { Rect } from '../model/geometry';
import { headBox } from './body';
import { placeBubbles, placeTags, TAG_GAP } from './label_places';
import type { TagRequest } from './label_places';

const SIZES = [null, { w: 50, h: 18 }, { w: 66, h: 18 }, { w: 110, h: 34 }];

function request(id: number, x: number, y: number, level: 1 | 2 | 3): TagRequest {
  return { id, x, y, level, sizes: SIZES };
}

describe('name tags', () => {
  it('hang under the feet when nothing is there', () => {
    expect(placeTags([request(1, 100, 100, 1)], [], [])).toEqual([{ id: 1, level: 1, down: 0, aside: 0 }]);
  });

  it('never cover a head nor each other, however many stand about', () => {
    const random = seededRandom(8);
    for (let round = 0; round < 20; round++) {
      const people = Array.from({ length: 60 }, (_, id) => ({ id, x: random() * 900, y: random() * 700 }));
      const requests = people.map((one) =>
        request(one.id, one.x, one.y, (1 + Math.floor(random() * 3)) as 1 | 2 | 3),
      );
      const heads = people.map((one) => ({ id: one.id, rect: headBox(one) }));
      const places = placeTags(requests, heads, []);
      expect(places.length).toBeGreaterThan(10);
      const rects = places.map((place): { id: number; rect: Rect } => {
        const one = people[place.id] ?? { x: 0, y: 0 };
        const size = SIZES[place.level] ?? { w: 0, h: 0 };
        return {
          id: place.id,
          rect: { x: one.x - size.w / 2 + place.aside, y: one.y + TAG_GAP + place.down, ...size },
        };
      });
      for (const tag of rects) {
        for (const head of heads) if (head.id !== tag.id) expect(overlaps(tag.rect, head.rect)).toBe(false);
        for (const other of rects)
          if (other.id !== tag.id) expect(overlaps(tag.rect, other.rect)).toBe(false);
      }
    }
  });

  it('move down first, then drop a level, then go', () => {
    const wall = (x: number, y: number, w: number, h: number): { id: number; rect: Rect } => ({
      id: 99,
      rect: { x, y, w, h },
    });
    const [moved] = placeTags([request(1, 100, 100, 3)], [wall(40, 100, 120, 12)], []);
    expect(moved).toMatchObject({ level: 3, aside: 0 });
    expect(moved?.down).toBeGreaterThan(8);
    const heads = [wall(0, 100, 66, 200), wall(134, 100, 66, 200)];
    expect(placeTags([request(1, 100, 100, 3)], heads, [])[0]?.level).toBe(2);
    expect(placeTags([request(1, 100, 100, 3)], [wall(0, 100, 200, 300)], [])).toEqual([]);
  });

  it('are there for me, who presents and whom one points at, among forty at one booth', () => {
    // A rug of five by three tiles and the two rows of the aisle, shared by forty.
    const people = Array.from({ length: 40 }, (_, i) => ({
      id: i,
      x: 16 + (i % 5) * 32 + (i % 3),
      y: 16 + (Math.floor(i / 5) % 5) * 32,
    }));
    const heads = people.map((one) => ({ id: one.id, rect: headBox(one) }));
    for (const presenter of people) {
      const [me, pointed] = [people[(presenter.id + 7) % 40], people[(presenter.id + 21) % 40]];
      if (!me || !pointed) throw new Error('nobody');
      const requests = [
        ...people
          .filter((one) => ![presenter, me, pointed].includes(one))
          .map((one) => request(one.id, one.x, one.y, 2)),
        { ...request(presenter.id, presenter.x, presenter.y, 2), always: true },
        { ...request(me.id, me.x, me.y, 3), always: true },
        { ...request(pointed.id, pointed.x, pointed.y, 3), always: true },
      ];
      const ids = placeTags(requests, heads, []).map((place) => place.id);
      expect(ids).toEqual(expect.arrayContaining([presenter.id, me.id, pointed.id]));
    }
  });

  it('cover as little as can be where there is no free place', () => {
    const wall = { id: 99, rect: { x: 0, y: 60, w: 200, h: 60 } };
    const [place] = placeTags(
      [{ ...request(1, 100, 100, 3), always: true }],
      [
        wall,
        { id: 98, rect: { x: 0, y: 120, w: 200, h: 200 } },
        { id: 97, rect: { x: 0, y: 100, w: 200, h: 300 } },
      ],
      [],
    );
    expect(place).toMatchObject({ id: 1, level: 2, down: 0 });
  });

  it('leave the place to those who matter more', () => {
    const places = placeTags([request(1, 100, 100, 1), request(2, 110, 100, 3)], [], []);
    expect(places.find((place) => place.id === 2)).toMatchObject({ level: 3, down: 0, aside: 0 });
    expect(places.find((place) => place.id === 1)).toBeUndefined();
  });
});

function covers(rect: Rect | undefined, heads: readonly { readonly rect: Rect }[]): boolean {
  return heads.some((head) => rect !== undefined && overlaps(rect, head.rect));
}

describe('bubbles', () => {
  const sizes = { above: { w: 120, h: 48 }, left: { w: 90, h: 48 }, right: { w: 90, h: 48 } };
  const view = { x: 0, y: 0, w: 800, h: 600 };
  const speaker = { id: 1, x: 400, y: 300, headHeight: 56, sizes };

  it('stand above the head', () => {
    const [place] = placeBubbles([speaker], [], [], view);
    expect(place?.side).toBe('above');
    expect((place?.rect.y ?? 0) + (place?.rect.h ?? 0)).toBeLessThan(300 - 56);
  });

  it('stand beside the head when above would cover a board', () => {
    const board = { x: 360, y: 180, w: 78, h: 56 };
    const [place] = placeBubbles([speaker], [board], [], view);
    expect(place?.side).toBe('right');
    expect(overlaps(place?.rect ?? board, board)).toBe(false);
  });

  it('stay in the picture', () => {
    const [place] = placeBubbles([{ ...speaker, x: 780, y: 60 }], [], [], view);
    expect(place?.side).toBe('left');
  });

  it('keep off the heads of others where there is room', () => {
    const board = { x: 300, y: 180, w: 200, h: 60 };
    const heads = [{ id: 2, rect: headBox({ x: 450, y: 310 }) }];
    const [place] = placeBubbles([speaker], [board], heads, view);
    expect(place?.side).toBe('left');
    expect(covers(place?.rect, heads)).toBe(false);
  });

  it('stay away rather than lie on a nearer one', () => {
    const crowd = Array.from({ length: 5 }, (_, i) => ({ ...speaker, id: i + 1, x: 400 + i * 6 }));
    const places = placeBubbles(crowd, [], [], view);
    expect(places.length).toBeGreaterThan(1);
    expect(places.length).toBeLessThan(5);
    expect(places[0]?.id).toBe(1);
  });

  it('do not lie on each other', () => {
    const places = placeBubbles([speaker, { ...speaker, id: 2, x: 440 }], [], [], view);
    const [a, b] = places;
    expect(a && b && overlaps(a.rect, b.rect)).toBe(false);
  });
});
