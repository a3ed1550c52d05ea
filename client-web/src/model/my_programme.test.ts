import { describe, expect, it } from 'vitest';
import { Catalogue, NO_EVENT } from './catalogue';
import { appointments, myEntries } from './my_appointments';
import { MyProgramme } from './my_programme';
import { clashesWith } from './programme';
import { dueOf, HIDDEN_MS, nameOf, readTold, REMIND_MS, withTold } from './reminding';
import type { Poster, ProgrammeSession } from './values';

const at = (time: string): number => Date.parse(`2021-04-21T${time}:00-07:00`);

function session(id: string, kind: number, from: string, to: string): ProgrammeSession {
  return {
    id,
    title: `The ${id}`,
    kind,
    audience: '',
    place: '',
    room: 0,
    people: [],
    summary: '',
    sponsor: '',
    stream: '',
    streamPublic: false,
    recording: '',
    change: 0,
    day: '2021-04-21',
    span: { startMs: at(from), endMs: at(to) },
  };
}

function hall(): { catalogue: Catalogue; mine: MyProgramme } {
  const catalogue = new Catalogue();
  const sessions = [
    session('opening', 2, '08:00', '09:00'),
    session('exhibition', 3, '09:00', '12:00'),
    session('demo', 4, '10:00', '10:40'),
    session('tutorial', 4, '10:20', '11:00'),
    { ...session('networking', 8, '00:00', '00:00'), span: undefined },
  ];
  const posters = [
    { key: 7, number: 411, id: 'D4', fileBooth: 'D4', title: 'Lanternfish' },
  ] as unknown as Poster[];
  const plan = { booths: [] } as unknown as Parameters<Catalogue['set']>[1];
  catalogue.set({ event: NO_EVENT, topics: [], posters, sessions, rooms: [] }, plan);
  const mine = new MyProgramme();
  mine.set({
    sessions: ['demo', 'networking', 'exhibition', 'gone'],
    hosting: ['tutorial'],
    shifts: [
      { poster: 7, span: { startMs: at('10:30'), endMs: at('11:30') } },
      { poster: 9, span: { startMs: at('10:30'), endMs: at('11:30') } },
    ],
    calendarMs: 0,
  });
  return { catalogue, mine };
}

describe('my programme', () => {
  it('is what I chose, what I host and my shifts, in order of time', () => {
    const { catalogue, mine } = hall();
    expect(myEntries(catalogue, mine).map(({ id }) => id)).toEqual([
      'exhibition',
      'demo',
      'tutorial',
      `shift-7-${at('10:30')}`,
      'networking',
    ]);
    mine.choose('demo', false);
    expect(mine.has('demo')).toBe(false);
    expect(mine.has('tutorial')).toBe(true);
  });

  it('meets only with what needs me from beginning to end', () => {
    const { catalogue, mine } = hall();
    const all = appointments(myEntries(catalogue, mine), true);
    expect(all.map(({ id }) => id)).not.toContain('exhibition');
    const demo = all.find(({ id }) => id === 'demo');
    expect(demo && clashesWith(demo, all).map(({ title }) => title)).toEqual(['The tutorial', 'Lanternfish']);
  });
});

describe('reminding', () => {
  const { catalogue, mine } = hall();
  const all = appointments(myEntries(catalogue, mine), false);
  const due = (nowMs: number, told: readonly string[] = [], hidden = false): string | undefined =>
    dueOf(all, told, nowMs, hidden)?.id;

  it('come five minutes before, until it begins, in order', () => {
    expect(due(at('10:00') - REMIND_MS - 1)).toBeUndefined();
    expect(due(at('10:00') - REMIND_MS)).toBe('demo');
    expect(due(at('10:00') - 1)).toBe('demo');
    expect(due(at('10:00'))).toBeUndefined();
    expect(due(at('08:59'))).toBe('exhibition');
  });

  it('come once, also in several tabs, and again when the session is moved', () => {
    const demo = all.find(({ id }) => id === 'demo');
    if (!demo) throw new Error('the demo is not mine');
    const told = readTold(withTold(readTold(null), demo));
    expect(due(at('09:58'), told)).toBeUndefined();
    expect(due(at('09:58'), ['demo@1'])).toBe('demo');
    expect(told).toEqual([nameOf(demo)]);
    expect(readTold('{"not":"a list"}')).toEqual([]);
    expect(readTold('broken')).toEqual([]);
    expect(readTold(withTold(Array.from({ length: 300 }, String), demo))).toHaveLength(100);
  });

  it('leave a tab that is looked at the first word', () => {
    expect(due(at('10:00') - REMIND_MS, [], true)).toBeUndefined();
    expect(due(at('10:00') - REMIND_MS + HIDDEN_MS, [], true)).toBe('demo');
  });
});
