// What follows from a breakout's state at a moment: its clock, who waits with a hand up, who leads, what keeps me from
// writing. Pure: time by argument.

import type { RoomNow } from './rooms';

const MINUTE = 60_000;
/** People may stay so long after the soft end, unless the next session begins sooner. */
const STAY_MS = 10 * MINUTE;

export interface RoomClock {
  readonly phase: 'none' | 'running' | 'warned' | 'ended';
  /** Until the soft end; after it until the room closes. */
  readonly leftMs: number;
  /** Of the slot, what is left: 0 to 1. */
  readonly part: number;
  readonly minutes: number;
}

export function clockOf(state: RoomNow, nowMs: number): RoomClock {
  const { startMs, endMs, closeMs, warned, ended } = state;
  const minutes = Math.round((endMs - startMs) / MINUTE);
  if (startMs === 0) return { phase: 'none', leftMs: 0, part: 0, minutes: 0 };
  if (ended) return { phase: 'ended', leftMs: Math.max(0, closeMs - nowMs), part: 0, minutes };
  const leftMs = Math.max(0, endMs - nowMs);
  const part = Math.min(1, leftMs / Math.max(1, endMs - startMs));
  return { phase: warned ? 'warned' : 'running', leftMs, part, minutes };
}

/** "4:52" */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The next session there begins before people would have talked their fill. */
export function nextIsSoon(state: RoomNow): boolean {
  return state.endMs > 0 && state.closeMs < state.endMs + STAY_MS;
}

export interface Hand {
  readonly person: number;
  /** From 1. */
  readonly place: number;
  readonly waitS: number;
}

export function handsOf(state: RoomNow, nowMs: number): readonly Hand[] {
  const sinceStart = (nowMs - state.startMs) / 1000;
  return state.hands.map((person, i) => ({
    person,
    place: i + 1,
    waitS: Math.max(0, Math.floor(sinceStart - (state.handsS[i] ?? sinceStart))),
  }));
}

export type RoomRole = 'host' | 'cohost' | 'lead' | 'none';

export function roleIn(state: RoomNow, person: number): RoomRole {
  if (state.hosts.includes(person)) return 'host';
  if (state.lead === person && person !== 0) return 'lead';
  return state.cohosts.includes(person) ? 'cohost' : 'none';
}

/** Who stands on the stage: hosts, who stepped in for them, co-hosts, and who has the floor. */
export function onStage(state: RoomNow): readonly number[] {
  const all = [...state.hosts, state.lead, ...state.cohosts, state.floor];
  return [...new Set(all.filter((person) => person !== 0))];
}

export type Silence = '' | 'outside' | 'waiting' | 'muted' | 'quiet';

/** Why I cannot write there; '' = I can. */
export function silenceOf(state: RoomNow, me: number): Silence {
  if (state.leads) return '';
  if (state.waitingPlace > 0 && !state.inside) return 'waiting';
  if (!state.inside) return 'outside';
  if (state.muted) return 'muted';
  return state.quiet && state.floor !== me ? 'quiet' : '';
}

/** The table in the foyer that people of this room go to: the same for all of them; -1 = there is none. */
export function tableFor(room: number, tables: number): number {
  return tables > 0 ? (room - 1) % tables : -1;
}

/** The page after a step, from 1, or the same at either end. */
export function stepPage(page: number, by: number, pages: number): number {
  return Math.min(Math.max(1, page + by), Math.max(1, pages));
}
