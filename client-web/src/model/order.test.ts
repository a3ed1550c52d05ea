import { describe, expect, it } from 'vitest';
import { BAN, MUTE, Order, REMOVE, WARN } from './order';
import type { MyMeasure } from './order';

function measure(number: number, kind: number, more: Partial<MyMeasure> = {}): MyMeasure {
  return {
    measure: number,
    kind,
    reason: 'x',
    atMs: 0,
    untilMs: 0,
    lifted: false,
    contact: '',
    seen: false,
    ...more,
  };
}

describe('what happens to me', () => {
  it('is told oldest first and stays until it is read', () => {
    const order = new Order();
    order.told(measure(5, MUTE, { untilMs: 1000 }));
    order.told(measure(3, WARN));
    expect(order.toRead(0)?.measure).toBe(3);
    order.read(3);
    expect(order.toRead(0)?.measure).toBe(5);
    order.told(measure(5, MUTE, { untilMs: 1000 }));
    expect(order.toRead(0)?.measure).toBe(5);
    order.read(5);
    expect(order.toRead(0)).toBeNull();
    expect(order.muted(0)?.measure).toBe(5);
    // What was read before the page was opened anew, or in another tab, is not told again.
    order.told(measure(7, MUTE, { untilMs: 1000, seen: true }));
    expect(order.toRead(0)).toBeNull();
  });

  it('a mute ends at its time or when it is lifted; the longest one counts', () => {
    const order = new Order();
    order.told(measure(1, MUTE, { untilMs: 1000 }));
    order.told(measure(2, MUTE, { untilMs: 3000 }));
    expect(order.muted(500)?.measure).toBe(2);
    expect(order.muted(3000)).toBeNull();
    expect(order.toRead(3000)).toBeNull();
    order.told(measure(3, MUTE));
    expect(order.muted(9000)?.measure).toBe(3);
    order.told(measure(3, MUTE, { lifted: true }));
    expect(order.muted(9000)).toBeNull();
  });

  it('says why the door is closed', () => {
    const order = new Order();
    order.told(measure(1, REMOVE));
    order.told(measure(2, REMOVE));
    expect(order.outside(false, 0)?.measure).toBe(2);
    expect(order.outside(true, 0)).toBeNull();
    order.told(measure(3, BAN, { untilMs: 1000 }));
    expect(order.outside(true, 500)?.measure).toBe(3);
    expect(order.outside(true, 5000)?.measure).toBe(3);
    order.bansLifted();
    expect(order.outside(true, 500)?.lifted).toBe(true);
  });
});

it('counts reports and tells when there are more', () => {
  const order = new Order();
  expect(order.setOpenReports(2)).toBe(true);
  expect(order.setOpenReports(1)).toBe(false);
  expect(order.openReports).toBe(1);
});
