import { describe, expect, it } from 'vitest';
import { at, lampMore, lampWords, refusalWords, span } from './phrases';
import { atShort, greeting, sessionTimes } from './phrases_more';

const ZONE = 'Africa/Lagos';
const now = Date.parse('2026-04-21T14:42:00Z');
const hours = (count: number): number => now + count * 3_600_000;

describe('times in words', () => {
  it('say the day past midnight', () => {
    expect(at(ZONE, Date.parse('2026-04-21T22:00:00Z'), now)).toBe('23:00');
    expect(at(ZONE, Date.parse('2026-04-21T23:00:00Z'), now)).toBe('00:00 +1 day');
    expect(atShort(ZONE, Date.parse('2026-04-21T23:00:00Z'), now)).toBe('00:00 +1');
    expect(span(ZONE, Date.parse('2026-04-21T22:00:00Z'), Date.parse('2026-04-22T00:00:00Z'), now)).toBe(
      '23:00 to 01:00 +1 day',
    );
    expect(span(ZONE, Date.parse('2026-04-22T10:00:00Z'), Date.parse('2026-04-22T11:00:00Z'), now)).toBe(
      '11:00 to 12:00 +1 day',
    );
  });
  it('greet by the hour of the city', () => {
    expect(greeting(ZONE, now, 'Amara')).toBe('Good afternoon, Amara');
    expect(greeting('America/Los_Angeles', now, 'Amara')).toBe('Good morning, Amara');
    expect(greeting('Asia/Kolkata', now, 'Amara')).toBe('Good evening, Amara');
  });
  it('say what a lamp means', () => {
    const lamp = { state: 'off' as const, atMs: Date.parse('2026-04-21T23:00:00Z'), due: false, thenMs: 0 };
    expect(lampWords(lamp, ZONE, now)).toBe('Next 00:00 +1 day');
    expect(lampMore(lamp, ZONE, now)).toBe('Ask now, answered later');
    expect(lampWords({ ...lamp, atMs: 0 }, ZONE, now)).toBe('Ask, answered later');
    expect(lampWords({ ...lamp, state: 'soon', atMs: Date.parse('2026-04-21T15:00:00Z') }, ZONE, now)).toBe(
      'Back 16:00',
    );
    expect(
      lampMore(
        {
          state: 'on',
          atMs: Date.parse('2026-04-21T15:30:00Z'),
          due: false,
          thenMs: Date.parse('2026-04-21T22:00:00Z'),
        },
        ZONE,
        now,
      ),
    ).toBe('Until 16:30, then 23:00');
  });
  it('say of a session what matters', () => {
    const session = {
      id: 's',
      title: '',
      kind: 3,
      audience: '',
      place: '',
      room: 0,
      people: [],
      summary: '',
      day: '2026-04-21',
      sponsor: '',
      stream: '',
      streamPublic: false,
      recording: '',
      change: 0,
    };
    expect(sessionTimes({ ...session, span: { startMs: hours(-1), endMs: hours(2) } }, ZONE, now).note).toBe(
      'open now',
    );
    expect(sessionTimes({ ...session, span: { startMs: hours(7), endMs: hours(11) } }, ZONE, now).note).toBe(
      'until Wednesday, +1 day',
    );
    expect(sessionTimes({ ...session, span: { startMs: hours(-3), endMs: hours(-1) } }, ZONE, now).note).toBe(
      'over',
    );
    expect(sessionTimes(session, ZONE, now)).toEqual({ time: '2026-04-21', note: 'time to be announced' });
  });
  it('say why not, with when', () => {
    expect(refusalWords({ reason: 'rate_limited', retryAfterMs: 2300 }, 'UTC', 0)).toBe(
      'That was quick. Try again in 3 seconds.',
    );
    expect(refusalWords({ reason: 'wrong_state', retryAfterMs: 0 }, 'UTC', 0)).toBe('That did not work.');
    const muted = { reason: 'muted', retryAfterMs: 0, why: 'advertising', untilMs: 61_800_000 } as const;
    expect(refusalWords(muted, 'UTC', 0)).toBe('You cannot talk until 17:10. Reason: advertising.');
    expect(refusalWords({ ...muted, why: '', untilMs: 0 }, 'UTC', 0)).toBe(
      'You cannot talk until the organisers lift it.',
    );
  });
});
