import { describe, expect, it } from 'vitest';
import { byHour, minutes } from './figures';
import type { FigureStep } from './figures';

const step = (time: string, visits: number): FigureStep => ({
  startMs: Date.parse(time),
  visits,
  reads: 1,
  questions: 0,
  attendedS: 60,
});
const told = (zone: string, steps: readonly FigureStep[], most = 24) =>
  byHour(zone, steps, most).map((each) => [
    new Date(each.startMs).toISOString().slice(11, 16),
    each.visits,
    each.attendedS,
  ]);

describe('figures by the hour', () => {
  it('are added up, with hours in which nothing was', () => {
    const steps = [
      step('2026-04-21T21:50:00Z', 1),
      step('2026-04-21T22:00:00Z', 2),
      step('2026-04-21T22:50:00Z', 3),
      step('2026-04-22T00:10:00Z', 4),
    ];
    expect(told('Africa/Lagos', steps)).toEqual([
      ['21:00', 1, 60],
      ['22:00', 5, 120],
      ['23:00', 0, 0],
      ['00:00', 4, 60],
    ]);
    expect(told('Africa/Lagos', steps, 2)).toEqual([
      ['23:00', 0, 0],
      ['00:00', 4, 60],
    ]);
    expect(told('Africa/Lagos', [])).toEqual([]);
  });
  it('are filled up before the first, so that a bar is a bar', () => {
    const hours = byHour('Africa/Lagos', [step('2026-04-21T21:50:00Z', 1)], 12, 4);
    expect(hours.map((each) => each.visits)).toEqual([0, 0, 0, 1]);
  });
  it('begin where the reader’s hour does', () => {
    expect(told('Asia/Kolkata', [step('2026-04-21T22:20:00Z', 1), step('2026-04-21T22:30:00Z', 2)])).toEqual([
      ['21:30', 1, 60],
      ['22:30', 2, 60],
    ]);
  });
  it('keep both hours of the night the clocks go back', () => {
    const night = [step('2026-10-25T00:30:00Z', 1), step('2026-10-25T01:30:00Z', 2)];
    expect(told('Europe/Berlin', night)).toEqual([
      ['00:00', 1, 60],
      ['01:00', 2, 60],
    ]);
  });
  it('say a stay in minutes', () => {
    expect(minutes(250)).toBe('4:10');
    expect(minutes(9)).toBe('0:09');
  });
});
