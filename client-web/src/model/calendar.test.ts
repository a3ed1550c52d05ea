// The server's calendar of the programme, read by another program: what it says is what was meant.
import ICAL from 'ical.js';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const path = fileURLToPath(new URL('../../../tests/unit/tools/golden/programme.ics', import.meta.url));
const text = readFileSync(path, 'utf8');

function calendar(): { zone: ICAL.Timezone; events: ICAL.Event[] } {
  const all = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const zone = new ICAL.Timezone(all.getFirstSubcomponent('vtimezone') ?? undefined);
  ICAL.TimezoneService.register(zone);
  return { zone, events: all.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)) };
}

describe('the calendar of the programme', () => {
  it('is read whole', () => {
    const { events } = calendar();
    expect(events.map((each) => each.summary)).toEqual([
      'Posters, talk; and \\ more',
      '山田 太郎: 小さなモデルの話',
      'Networking',
    ]);
    expect(new Set(events.map((each) => each.uid)).size).toBe(3);
    expect(events[0]?.description).toContain('First line.\nSecond line: 展示会場でポスターを見ながら');
    expect(events[1]?.location).toBe('Breakout 1');
  });

  it('has its times on both sides of the night in which clocks go forward', () => {
    const { zone, events } = calendar();
    const at = (time: ICAL.Time | undefined): string => time?.toJSDate().toISOString() ?? '';
    expect(zone.tzid).toBe('Europe/Berlin');
    expect(at(events[0]?.startDate)).toBe('2026-03-28T17:00:00.000Z');
    expect(at(events[0]?.endDate)).toBe('2026-03-28T19:00:00.000Z');
    expect(at(events[1]?.startDate)).toBe('2026-03-29T08:00:00.000Z');
    expect(events[1]?.startDate.toString()).toBe('2026-03-29T10:00:00');
    expect(events[2]?.startDate.isDate).toBe(true);
    expect(events[2]?.startDate.toString()).toBe('2026-03-29');
  });

  it('has no line of more than 75 octets', () => {
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
  });
});
