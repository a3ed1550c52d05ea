import { expect, it } from 'vitest';
import { countdown } from './countdown';

it('counts down in days and as a clock', () => {
  expect(countdown(4 * 60_000 + 9_000)).toEqual({ days: 0, clock: '4:09' });
  expect(countdown(4 * 60_000 + 8_001)).toEqual({ days: 0, clock: '4:09' });
  expect(countdown(2 * 3_600_000 + 5_000)).toEqual({ days: 0, clock: '2:00:05' });
  expect(countdown(50 * 3_600_000)).toEqual({ days: 2, clock: '2:00:00' });
  expect(countdown(-1)).toEqual({ days: 0, clock: '0:00' });
});
