import { describe, expect, it } from 'vitest';
import { DROPS, FrameBudget } from './frame_budget';

function feed(budget: FrameBudget, ms: number, frames: number, baked = false): void {
  for (let i = 0; i < frames; i++) budget.record(ms, baked);
}

describe('what is left out when drawing takes too long', () => {
  it('goes one after the other, in the design’s order', () => {
    const budget = new FrameBudget();
    const gone: string[] = [];
    for (let i = 0; i < 400; i++) {
      if (budget.record(30, false)) gone.push(DROPS[budget.level - 1] ?? '');
    }
    expect(gone).toEqual(['glow', 'walking frames', 'other tags', 'thumbnails', 'bubbles of strangers']);
    expect(budget.dropped('bubbles of strangers')).toBe(true);
  });

  it('comes back when there is time again, more slowly than it went', () => {
    const budget = new FrameBudget();
    feed(budget, 30, 20);
    expect(budget.dropped('glow')).toBe(true);
    expect(budget.dropped('walking frames')).toBe(false);
    feed(budget, 3, 100);
    expect(budget.dropped('glow')).toBe(true);
    feed(budget, 3, 200);
    expect(budget.dropped('glow')).toBe(false);
  });

  it('is not touched by single slow frames, nor by frames that baked', () => {
    const budget = new FrameBudget();
    for (let i = 0; i < 200; i++) budget.record(i % 10 === 0 ? 40 : 8, false);
    expect(budget.level).toBe(0);
    feed(budget, 60, 200, true);
    expect(budget.level).toBe(0);
  });

  it('forgets when asked', () => {
    const budget = new FrameBudget();
    feed(budget, 30, 200);
    budget.reset();
    expect(budget.level).toBe(0);
    expect(budget.smoothedMs).toBe(0);
  });
});
