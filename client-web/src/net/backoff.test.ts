import { expect, it } from 'vitest';
import { backoffMs } from './backoff';

it('waits longer each time, within bounds, and not all alike', () => {
  const steps = Array.from({ length: 12 }, (_, i) => backoffMs(i, 0.5));
  expect([...steps].sort((a, b) => a - b)).toEqual(steps);
  expect(steps[0]).toBeLessThanOrEqual(500);
  expect(Math.max(...steps)).toBeLessThanOrEqual(12_000);
  expect(backoffMs(3, 0)).toBeLessThan(backoffMs(3, 0.99));
});
