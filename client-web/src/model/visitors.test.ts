import { describe, expect, it } from 'vitest';
import { packPlace } from './place';
import { inBlock, Visitors } from './visitors';

const CELL_W = 24 * 32;
const CELL_H = 16 * 32;
const record = (id: number, x: number, y: number, sequence = 1): [number, number] => [
  ((id << 8) | sequence) >>> 0,
  packPlace(x, y, 0),
];
const frame = (records: [number, number][], part = {}) => ({
  step: 1,
  centreCell: 0,
  snapshot: false,
  records: records.flat(),
  gone: [],
  ...part,
});

describe('visitors', () => {
  it('are in the 3 x 3 block of cells', () => {
    const centre = 2 * 65536 + 3;
    expect(inBlock(centre, 2 * CELL_W, CELL_H)).toBe(true);
    expect(inBlock(centre, 5 * CELL_W - 1, 4 * CELL_H - 1)).toBe(true);
    expect(inBlock(centre, 5 * CELL_W, CELL_H)).toBe(false);
    expect(inBlock(centre, 2 * CELL_W - 1, CELL_H)).toBe(false);
  });

  it('come with records and leave with a snapshot without them', () => {
    const visitors = new Visitors();
    visitors.reset(1);
    visitors.apply(frame([record(1, 10, 10), record(2, 40, 10), record(3, 80, 10)]), 0);
    expect([...visitors.all()].map((each) => each.id)).toEqual([1, 2, 3]);
    visitors.apply(frame([record(3, 80, 10)], { snapshot: true }), 100);
    expect([...visitors.all()].map((each) => each.id)).toEqual([1, 3]);
  });

  it('are dropped outside the block of the new centre, and when they are gone', () => {
    const visitors = new Visitors();
    visitors.reset(1);
    visitors.apply(frame([record(2, 10, 10), record(3, CELL_W * 2 + 5, 10)], { centreCell: 1 }), 0);
    visitors.apply(frame([], { centreCell: 3 }), 100);
    expect(visitors.get(2)).toBeNull();
    expect(visitors.get(3)).not.toBeNull();
    visitors.apply(frame([], { centreCell: 3, gone: [3] }), 200);
    expect(visitors.size).toBe(0);
  });

  it('ask once for names never seen, and give me my own record', () => {
    const visitors = new Visitors();
    const asked: number[] = [];
    let mine = 0;
    visitors.onNew = (ids) => asked.push(...ids);
    visitors.onOwnRecord = (own) => (mine = own.sequence);
    visitors.reset(1);
    visitors.apply(frame([record(1, 10, 10, 200), record(2, 40, 10)]), 0);
    visitors.apply(frame([record(2, 41, 10)]), 100);
    expect(asked).toEqual([1, 2]);
    expect(mine).toBe(200);
  });

  it('tell their readers of who comes and leaves only', () => {
    const visitors = new Visitors();
    visitors.reset(1);
    let told = 0;
    visitors.onChange(() => (told += 1));
    visitors.apply(frame([record(2, 40, 10)]), 0);
    visitors.apply(frame([record(2, 60, 10)]), 100);
    expect(told).toBe(1);
  });
});
