import { describe, expect, it } from 'vitest';
import {
  clockOf,
  handsOf,
  minutesAndSeconds,
  nextIsSoon,
  onStage,
  roleIn,
  silenceOf,
  stepPage,
  tableFor,
} from './room_now';
import { ANSWERED, ASIDE, asHeld, ASKED, countsOf, inState, SHOWN } from './room_questions';
import type { RoomQuestion } from './room_questions';
import { putAside, tellQuestions, tellState } from './room_news';
import { Rooms } from './rooms';
import type { RoomNow } from './rooms';

const MINUTE = 60_000;
const START = 1_000_000_000_000;

const state = (changes: Partial<RoomNow> = {}): RoomNow => ({
  room: 2,
  open: true,
  inside: false,
  mayHost: false,
  members: 1,
  capacity: 60,
  session: 'b1',
  people: [],
  startMs: START,
  endMs: START + 40 * MINUTE,
  closeMs: START + 50 * MINUTE,
  extendable: true,
  leads: false,
  hands: [],
  handsS: [],
  handsUp: 0,
  floor: 0,
  quiet: false,
  muted: false,
  mutedPersons: [],
  hosts: [7],
  cohosts: [],
  lead: 0,
  hostsGone: [],
  floorUntilMs: 0,
  asked: false,
  moreAsked: false,
  warned: false,
  ended: false,
  shownPoster: 0,
  shownPage: 0,
  link: '',
  waiting: 0,
  waitingPlace: 0,
  waitingPersons: [],
  inListMode: 0,
  putOut: false,
  ...changes,
});
const question = (number: number, changes: Partial<RoomQuestion> = {}): RoomQuestion => ({
  number,
  person: 1,
  text: `Question ${number}`,
  answer: '',
  state: SHOWN,
  wants: 0,
  wanted: false,
  mine: false,
  atMs: START,
  ...changes,
});

describe('the breakouts I have to do with', () => {
  it('say when I came, was seated from the line, and went', () => {
    const rooms = new Rooms();
    expect(tellState(rooms, state({ mayHost: true }), false)).toBe('none');
    expect(tellState(rooms, state({ waitingPlace: 2 }), false)).toBe('came');
    expect(tellState(rooms, state({ waitingPlace: 1 }), false)).toBe('none');
    expect(tellState(rooms, state({ inside: true }), false)).toBe('seated');
    expect(rooms.inside?.room).toBe(2);
    expect(tellState(rooms, state({ open: false }), false)).toBe('went');
    expect(rooms.inside).toBeNull();
  });

  it('leave one when I come into another', () => {
    const rooms = new Rooms();
    tellState(rooms, state({ inside: true }), false);
    tellState(rooms, state({ room: 3, inside: true }), false);
    expect(rooms.state(2)?.inside).toBe(false);
    expect(rooms.inside?.room).toBe(3);
  });

  it('do not open again what I looked away from, after a reconnect', () => {
    const rooms = new Rooms();
    tellState(rooms, state({ inside: true }), false);
    rooms.reset();
    expect(rooms.state(2)).toBeNull();
    expect(tellState(rooms, state({ inside: true }), false)).toBe('none');
    rooms.reset();
    expect(tellState(rooms, state(), false)).toBe('went');
  });

  it('call whoever is asked to lead until they put it aside, and again for the next time', () => {
    const rooms = new Rooms();
    const call = state({ asked: true, hostsGone: [7] });
    tellState(rooms, call, false);
    expect(rooms.called).toBe(2);
    putAside(rooms, call);
    tellState(rooms, call, false);
    expect(rooms.called).toBe(0);
    tellState(rooms, state({ asked: true, hostsGone: [8] }), false);
    expect(rooms.called).toBe(2);
  });

  it('call for five minutes more only who may give them, while they can be given', () => {
    const rooms = new Rooms();
    tellState(rooms, state({ moreAsked: true }), false);
    expect(rooms.called).toBe(0);
    tellState(rooms, state({ moreAsked: true }), true);
    expect(rooms.called).toBe(2);
    tellState(rooms, state({ moreAsked: true, extendable: false }), true);
    expect(rooms.called).toBe(0);
  });

  it('keep questions by their numbers; all of them make the others forgotten', () => {
    const rooms = new Rooms();
    tellQuestions(rooms, 2, true, [question(4), question(5)]);
    tellQuestions(rooms, 2, false, [question(5, { state: ANSWERED })]);
    expect([...rooms.questions(2).values()].map((each) => [each.number, each.state])).toEqual([
      [4, SHOWN],
      [5, ANSWERED],
    ]);
    tellQuestions(rooms, 2, true, [question(9)]);
    expect([...rooms.questions(2).values()].map((each) => each.number)).toEqual([9]);
    expect(rooms.questions(3).size).toBe(0);
  });
});

describe('a breakout at a moment', () => {
  it('has a clock that runs, warns and ends', () => {
    const at = START + 35 * MINUTE + 8000;
    expect(clockOf(state(), START + 10 * MINUTE)).toMatchObject({
      phase: 'running',
      part: 0.75,
      minutes: 40,
    });
    expect(minutesAndSeconds(clockOf(state({ warned: true }), at).leftMs)).toBe('4:52');
    expect(clockOf(state({ warned: true }), at).phase).toBe('warned');
    const ended = clockOf(state({ ended: true }), START + 41 * MINUTE);
    expect(ended).toMatchObject({ phase: 'ended', leftMs: 9 * MINUTE, part: 0 });
    expect(clockOf(state({ startMs: 0 }), at).phase).toBe('none');
    expect(clockOf(state(), START + 60 * MINUTE).leftMs).toBe(0);
  });

  it('knows when the next session begins before people talked their fill', () => {
    expect(nextIsSoon(state())).toBe(false);
    expect(nextIsSoon(state({ closeMs: START + 45 * MINUTE }))).toBe(true);
  });

  it('counts how long hands are up', () => {
    const hands = handsOf(state({ hands: [5, 6], handsS: [60, 150] }), START + 180_000);
    expect(hands).toEqual([
      { person: 5, place: 1, waitS: 120 },
      { person: 6, place: 2, waitS: 30 },
    ]);
  });

  it('says who leads and who stands on the stage', () => {
    const now = state({ cohosts: [8], lead: 9, floor: 8 });
    expect([7, 8, 9, 10].map((person) => roleIn(now, person))).toEqual(['host', 'cohost', 'lead', 'none']);
    expect(onStage(now)).toEqual([7, 9, 8]);
    expect(onStage(state({ floor: 12 }))).toEqual([7, 12]);
  });

  it('says why I cannot write', () => {
    expect(silenceOf(state(), 1)).toBe('outside');
    expect(silenceOf(state({ waitingPlace: 3 }), 1)).toBe('waiting');
    expect(silenceOf(state({ inside: true }), 1)).toBe('');
    expect(silenceOf(state({ inside: true, muted: true }), 1)).toBe('muted');
    expect(silenceOf(state({ inside: true, quiet: true }), 1)).toBe('quiet');
    expect(silenceOf(state({ inside: true, quiet: true, floor: 1 }), 1)).toBe('');
    expect(silenceOf(state({ inside: true, quiet: true, leads: true }), 1)).toBe('');
  });

  it('offers all of a room the same table, and steps within a poster', () => {
    expect([tableFor(1, 3), tableFor(4, 3), tableFor(2, 0)]).toEqual([0, 0, -1]);
    expect([stepPage(1, 1, 3), stepPage(3, 1, 3), stepPage(1, -1, 3), stepPage(1, 1, 0)]).toEqual([
      2, 3, 1, 1,
    ]);
  });
});

describe('a breakout’s questions', () => {
  const all = [
    question(1, { wants: 1 }),
    question(2, { wants: 4 }),
    question(3, { wants: 1 }),
    question(4, { state: ASKED, mine: true }),
    question(5, { state: ANSWERED, mine: true }),
    question(6, { state: ASIDE, mine: true }),
  ];

  it('stand by how wanted they are, then by age', () => {
    expect(inState(all, SHOWN).map((each) => each.number)).toEqual([2, 1, 3]);
  });

  it('do not move beneath a hand; new ones come behind', () => {
    const shown = inState([...all, question(7, { wants: 9 })], SHOWN);
    expect(shown[0]?.number).toBe(7);
    expect(asHeld(shown, [1, 2, 3]).map((each) => each.number)).toEqual([1, 2, 3, 7]);
    expect(asHeld(shown, null)).toBe(shown);
  });

  it('are counted by state, mine while they wait', () => {
    expect(countsOf(all)).toEqual({ toApprove: 1, shown: 3, answered: 1, aside: 1, mine: 1 });
  });
});
