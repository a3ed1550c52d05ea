import { describe, expect, it } from 'vitest';
import { readEvent, readPoster, readSpan } from './json_fields';
import { readProfile, readWhereabouts } from './search_api';

describe('JSON answers', () => {
  it('are read in both spellings of protobuf JSON', () => {
    const event = { event: { time_zone: 'Africa/Lagos' }, now_ms: 5, authorsHere: 3, posters: 7 };
    expect(readEvent(event)).toMatchObject({
      event: { timeZone: 'Africa/Lagos' },
      nowMs: 5,
      authorsHere: 3,
      posters: 7,
    });
  });

  it('fall back to empty values for what is missing or of another type', () => {
    expect(readPoster({ number: '9', title: 4, authors: ['A', 3] })).toMatchObject({
      number: 0,
      title: '',
      authors: ['A'],
    });
    expect(readProfile({}).presents).toEqual([]);
  });

  it('know roles by name', () => {
    expect(readProfile({ role: 'ROLE_ORGANISER', look: 'AQID' })).toMatchObject({
      role: 5,
      look: new Uint8Array([1, 2, 3]),
    });
  });

  it('tell a session by day only from one with hours', () => {
    expect(readSpan({ startMs: 0, endMs: 0 })).toBeUndefined();
    expect(readSpan({ startMs: 1, endMs: 2 })).toEqual({ startMs: 1, endMs: 2 });
  });

  it('do not locate who does not want it', () => {
    expect(readWhereabouts({})).toBeNull();
    expect(readWhereabouts(undefined)).toBeNull();
    expect(readWhereabouts({ table: 0 })).toEqual({ case: 'table', value: 0 });
    expect(readWhereabouts({ notHere: true })).toEqual({ case: 'notHere' });
  });
});
