import { describe, expect, it } from 'vitest';

import { Calls } from './calls';

describe('calls', () => {
  it('is open until it is answered or over', () => {
    const calls = new Calls();
    calls.told({ booth: 411, how: 'called', waiting: 2, persons: [3], organisers: false });
    expect(calls.open?.waiting).toBe(2);
    calls.answered(false);
    expect(calls.open).toBeNull();
    calls.told({ booth: 411, how: 'called', waiting: 3, persons: [3], organisers: false });
    expect(calls.open?.waiting).toBe(3);
    calls.told({ booth: 411, how: 'none', waiting: 0, persons: [], organisers: false });
    expect(calls.open).toBeNull();
  });

  it('tells who was called at the booth it was said of, and nowhere else', () => {
    const calls = new Calls();
    calls.called(411, [{ person: 5, how: 'coming' }]);
    expect(calls.calleesAt(411)).toHaveLength(1);
    expect(calls.calleesAt(412)).toHaveLength(0);
    calls.reset();
    expect(calls.calleesAt(411)).toHaveLength(0);
  });
});
