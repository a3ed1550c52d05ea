import { describe, expect, it } from 'vitest';
import { Attending } from './attending';

describe('attending', () => {
  it('shows who is back one after the other, each poster once', () => {
    const attending = new Attending();
    attending.isBack({ poster: 1, booth: 101, person: 7 });
    attending.isBack({ poster: 2, booth: 102, person: 8 });
    attending.isBack({ poster: 1, booth: 101, person: 9 });
    expect(attending.back?.poster).toBe(2);
    attending.seen(2);
    expect(attending.back).toEqual({ poster: 1, booth: 101, person: 9 });
    attending.reset();
    expect(attending.back?.person).toBe(9);
    attending.seen(1);
    expect(attending.back).toBeNull();
  });
  it('keeps what I wait for as the server has it', () => {
    const attending = new Attending();
    attending.want(5, true);
    expect(attending.wants(5)).toBe(true);
    attending.setWanted([6]);
    expect(attending.wants(5)).toBe(false);
    attending.want(6, false);
    expect(attending.wants(6)).toBe(false);
  });
  it('is awake until told otherwise, and again after a new visit', () => {
    const attending = new Attending();
    attending.told('asked', 5000);
    expect([attending.stillHere, attending.untilMs]).toEqual(['asked', 5000]);
    attending.reset();
    expect(attending.stillHere).toBe('awake');
  });
});
