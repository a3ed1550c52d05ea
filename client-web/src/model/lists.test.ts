import { describe, expect, it } from 'vitest';
import type { BoothFact } from './facts';
import { countChanges, ListOrder } from './list_order';
import { byNeighbourhood, orderPosters } from './poster_list';
import type { PosterOrderInput } from './poster_list';
import type { PlanView } from './scene_view';
import type { Poster } from './values';

const NO_RECT = { x: 0, y: 0, w: 0, h: 0 };

function poster(number: number, part: Partial<Poster> = {}): Poster {
  return {
    key: number,
    id: `p${number}`,
    number,
    fileBooth: '',
    title: `Title ${number}`,
    authors: [],
    category: '',
    topic: 0,
    link: '',
    keywords: [],
    shifts: [],
    version: 1,
    file: '',
    fileType: '',
    thumbnail: '',
    picture: '',
    width: 0,
    height: 0,
    tiles: '',
    tileSize: 0,
    levels: 0,
    fullWidth: 0,
    fullHeight: 0,
    pages: 1,
    text: 0,
    textByAuthor: false,
    putUpMs: 0,
    note: '',
    putUpByAuthor: false,
    ...part,
  };
}

const posters = [101, 102, 103, 201].map((number) => poster(number, { topic: number > 200 ? 1 : 0 }));
const plan: PlanView = {
  width: 40,
  height: 20,
  floor: new Uint8Array(800),
  blocked: new Uint8Array(800),
  booths: posters.map((each, i) => ({
    number: each.number,
    topic: each.topic,
    all: { x: i * 5, y: 0, w: 5, h: 7 },
    rug: { x: i * 5, y: 2, w: 5, h: 3 },
    presenter: { x: i * 5 + 3, y: 3 },
    hasPoster: true,
  })),
  furniture: [],
  tables: [],
  doors: [],
  signs: [],
  aisleNumbers: [],
  stage: NO_RECT,
  audience: NO_RECT,
  foyer: NO_RECT,
};
const facts: Record<number, Partial<BoothFact>> = {
  103: { attended: true },
  201: { attended: true, needsVisitors: true },
};
const input: PosterOrderInput = {
  posters,
  fact: (number) => ({ visitors: 0, attended: false, needsVisitors: false, ...facts[number] }),
  saved: (key) => key === 102,
  visited: (key) => key === 103,
  plan,
  from: { x: 19, y: 4 },
  locale: 'en',
};

describe('the list of posters', () => {
  it('has lit ones first, then the nearest', () => {
    expect(orderPosters({ filter: 'all', sort: 'here', topic: -1 }, input)).toEqual([201, 103, 102, 101]);
  });
  it('can be filtered and sorted', () => {
    expect(orderPosters({ filter: 'saved', sort: 'number', topic: -1 }, input)).toEqual([102]);
    expect(orderPosters({ filter: 'unvisited', sort: 'near', topic: -1 }, input)).toEqual([201, 102, 101]);
    expect(orderPosters({ filter: 'needs', sort: 'title', topic: -1 }, input)).toEqual([201]);
    expect(orderPosters({ filter: 'all', sort: 'number', topic: 0 }, input)).toEqual([101, 102, 103]);
  });
  it('falls into neighbourhoods in the order of their first poster', () => {
    expect(byNeighbourhood([...posters].reverse()).map((group) => group.topic)).toEqual([1, 0]);
  });
});

describe('an order', () => {
  it('stays under the reader and counts what is different', () => {
    const order = new ListOrder();
    order.offer('all', [1, 2, 3, 4]);
    order.offer('all', [4, 1, 2, 3, 5]);
    expect(order.shown).toEqual([1, 2, 3, 4]);
    expect(order.changes).toBe(2);
    order.update();
    expect(order.shown).toEqual([4, 1, 2, 3, 5]);
    expect(order.changes).toBe(0);
  });
  it('is another at once for another question', () => {
    const order = new ListOrder();
    order.offer('all', [1, 2]);
    order.offer('saved', [2]);
    expect(order.shown).toEqual([2]);
  });
  it('counts moves as few as they are', () => {
    expect(countChanges([1, 2, 3, 4, 5], [2, 3, 4, 5, 1])).toBe(1);
    expect(countChanges([1, 2, 3], [3, 2, 1])).toBe(2);
    expect(countChanges([1, 2, 3], [1, 3])).toBe(1);
  });
});
