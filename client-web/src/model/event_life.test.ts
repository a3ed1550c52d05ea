import { describe, expect, it } from 'vitest';
import { phaseAt } from './event_life';

const MINUTE = 60_000;
const DOORS = Date.UTC(2021, 3, 21, 14, 30);
const CLOSES = Date.UTC(2021, 3, 22, 2);
const event = { doorsMs: DOORS, closesMs: CLOSES };

describe('the event’s life', () => {
  it('goes from its doors to its close, with ten minutes’ notice and time for the last words', () => {
    expect(phaseAt(event, DOORS - 1)).toBe('before');
    expect(phaseAt(event, DOORS)).toBe('open');
    expect(phaseAt(event, CLOSES - 10 * MINUTE - 1)).toBe('open');
    expect(phaseAt(event, CLOSES - 10 * MINUTE)).toBe('closing');
    expect(phaseAt(event, CLOSES + 2 * MINUTE - 1)).toBe('closing');
    expect(phaseAt(event, CLOSES + 2 * MINUTE)).toBe('closed');
  });

  it('is open as long as nobody said when', () => {
    for (const at of [0, DOORS, CLOSES + 365 * 24 * 60 * MINUTE])
      expect(phaseAt({ doorsMs: 0, closesMs: 0 }, at)).toBe('open');
  });
});
