// The programme by days of the reader's zone, its hours in theirs and the event's, and what meets at one time. Pure.

import type { ProgrammeSession, Span } from './values';
import { dayIn, timeIn } from './zones';

const EXHIBITION = 3;
const LUNCH = 7;
const NETWORKING = 8;

/** A session, or an hour of my own. */
export interface ProgrammeEntry {
  readonly id: string;
  readonly title: string;
  /** 2026-04-21, for what has no hours. */
  readonly day: string;
  readonly span?: Span | undefined;
}

export interface ProgrammeDay<T> {
  /** 2026-04-21 */
  readonly day: string;
  readonly entries: readonly T[];
}

/** Entries without hours stand under the day the programme gives them. */
export function byDay<T extends ProgrammeEntry>(
  entries: readonly T[],
  zone: string,
): readonly ProgrammeDay<T>[] {
  const days = new Map<string, T[]>();
  for (const entry of entries) {
    const day = entry.span ? dayIn(zone, entry.span.startMs) : entry.day;
    const list = days.get(day);
    if (list) list.push(entry);
    else days.set(day, [entry]);
  }
  return [...days].map(([day, list]) => ({ day, entries: list })).sort((a, b) => a.day.localeCompare(b.day));
}

/** A moment on a wall, and how many days after the day it is read under. */
export interface WallMoment {
  readonly time: string;
  readonly days: number;
}

/** Days from one written day (2026-04-21) to another, as calendars count. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function onWall(zone: string, ms: number, day: string): WallMoment {
  return { time: timeIn(zone, ms), days: daysBetween(day, dayIn(zone, ms)) };
}

export interface WallSpan {
  readonly from: WallMoment;
  readonly to: WallMoment;
}

/** A session's hours as a wall of that zone shows them, days counted from the one it is read under. */
export function hoursOn(zone: string, span: Span, day: string): WallSpan {
  return { from: onWall(zone, span.startMs, day), to: onWall(zone, span.endMs, day) };
}

/** The event's hours, where its walls show another time than mine; null = the same, or its zone is not known. */
export function eventHours(eventZone: string, mine: WallSpan, span: Span, day: string): WallSpan | null {
  if (eventZone === '') return null;
  const theirs = hoursOn(eventZone, span, day);
  return JSON.stringify(theirs) === JSON.stringify(mine) ? null : theirs;
}

/** Something that asks for my presence from beginning to end. */
export interface Appointment {
  readonly id: string;
  readonly title: string;
  readonly span: Span;
  /** A shift at this booth. */
  readonly booth?: number | undefined;
}

/** One walks about an exhibition, networks and eats beside other things: they meet with nothing. */
export function bindsOne(session: ProgrammeSession): boolean {
  return ![EXHIBITION, LUNCH, NETWORKING].includes(session.kind);
}

/** What else of `all` runs during `one`, in order of time. What ends as the other begins does not meet. */
export function clashesWith(one: Appointment, all: readonly Appointment[]): readonly Appointment[] {
  return all
    .filter(
      (other) =>
        other.id !== one.id && other.span.startMs < one.span.endMs && one.span.startMs < other.span.endMs,
    )
    .sort((a, b) => a.span.startMs - b.span.startMs || a.title.localeCompare(b.title));
}
