import { describe, expect, it } from 'vitest';
import { fullest, heatRows, heatShape, heatStep } from './heat';
import type { HeatBooth } from './heat';

const booth = (number: number, visitors: number, gap = false): HeatBooth => ({
  number,
  title: `Poster ${number}`,
  topic: 0,
  all: { x: 0, y: 0, w: 5, h: 7 },
  visitors,
  attended: !gap,
  gap,
});

describe('how full booths are', () => {
  it('has five steps', () => {
    expect([0, 1, 2, 3, 5, 6, 11, 12, 400].map(heatStep)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });
  it('is a table of where somebody is or should be, by number', () => {
    const rows = heatRows([booth(311, 4), booth(102, 0), booth(204, 0, true), booth(101, 1)]);
    expect(rows.map((each) => each.number)).toEqual([101, 204, 311]);
  });
  it('names the fullest, the first of equals, and nobody', () => {
    expect(fullest([booth(101, 2), booth(102, 5), booth(103, 5)])?.number).toBe(102);
    expect(fullest([booth(101, 0)])).toBeNull();
  });
  it('is wider than high', () => {
    expect(heatShape(143, 208)).toBe(1.4);
    expect(heatShape(300, 100)).toBe(2.2);
    expect(heatShape(160, 100)).toBe(1.6);
  });
});
