// The HTTP interface about being at posters, loaded with what asks it (ui/shifts, ui/coverage, ui/figures).

import type { ApiResult } from '../model/api';
import type { CallHow } from '../model/calls';
import type { AuthorWhere, Coverage, CoverageGap } from '../model/coverage';
import type { AllFigures, Figures } from '../model/figures';
import type { ShiftPiece, Shifts } from '../model/shifts';
import type { Span } from '../model/values';

import { call } from './api';
import { list, number, readSpan, text, truth } from './json_fields';
import type { JsonObject } from './json_fields';

const NEVER: Span = {
  startMs: 0,
  endMs: 0,
};

function readShifts(answer: JsonObject): Shifts {
  return {
    poster: text(answer, 'poster'),
    number: number(answer, 'number'),
    authors: list(answer, 'authors').map((each) => ({
      person: number(each, 'person'),
      name: text(each, 'name'),
      you: truth(each, 'you'),
    })),
    sessions: list(answer, 'sessions').map((each) => ({
      session: text(each, 'session'),
      title: text(each, 'title'),
      span: readSpan(each['span']) ?? NEVER,
      number: number(each, 'number'),
      pieces: list(each, 'pieces').map((piece) => ({
        person: number(piece, 'person'),
        startMs: number(piece, 'startMs'),
        endMs: number(piece, 'endMs'),
      })),
    })),
    hosting: list(answer, 'hosting').map((each) => ({
      person: number(each, 'person'),
      title: text(each, 'title'),
      span: readSpan(each['span']) ?? NEVER,
    })),
    ownHours: list(answer, 'ownHours').map((each) => readSpan(each) ?? NEVER),
  };
}

/** By number, or the poster's id. */
export function getShifts(poster: string | number): Promise<ApiResult<Shifts>> {
  return call(`/shifts/${encodeURIComponent(poster)}`, readShifts);
}

/** These pieces are the plan of that session; `after` is the number of the plan they replace. */
export function postShifts(
  poster: string | number,
  session: string,
  after: number,
  pieces: readonly ShiftPiece[],
): Promise<ApiResult<Shifts>> {
  return call(`/shifts/${encodeURIComponent(poster)}`, readShifts, { session, number: after, pieces });
}

const WHERES: Readonly<Record<string, AuthorWhere>> = {
  AUTHOR_WHERE_NEVER_CAME: 'never',
  AUTHOR_WHERE_NOT_HERE: 'notHere',
  AUTHOR_WHERE_AWAY: 'away',
  AUTHOR_WHERE_HERE: 'here',
  AUTHOR_WHERE_BOOTH: 'booth',
  AUTHOR_WHERE_ROOM: 'room',
};
/** By CallHow's number. */
const CALLS: readonly CallHow[] = ['none', 'called', 'coming', 'later'];

function numbers(from: JsonObject, name: string): readonly number[] {
  const value = from[name];
  return Array.isArray(value) ? value.filter((each): each is number => typeof each === 'number') : [];
}

function readGap(each: JsonObject): CoverageGap {
  return {
    number: number(each, 'number'),
    poster: text(each, 'poster'),
    title: text(each, 'title'),
    topic: number(each, 'topic'),
    lastHereMs: number(each, 'lastHereMs'),
    waiting: number(each, 'waiting'),
    authors: list(each, 'authors').map((author) => ({
      person: number(author, 'person'),
      name: text(author, 'name'),
      where: WHERES[text(author, 'where')] ?? 'notHere',
      at: number(author, 'at'),
      call: CALLS[number(author, 'call')] ?? 'none',
      calledMs: number(author, 'calledMs'),
    })),
  };
}

function readCoverage(answer: JsonObject): Coverage {
  return {
    session: text(answer, 'session'),
    running: truth(answer, 'running'),
    here: number(answer, 'here'),
    inList: number(answer, 'inList'),
    attended: number(answer, 'attended'),
    planned: number(answer, 'planned'),
    waiting: number(answer, 'waiting'),
    waitingAt: number(answer, 'waitingAt'),
    topics: list(answer, 'topics').map((each) => ({
      topic: number(each, 'topic'),
      name: text(each, 'name'),
      posters: number(each, 'posters'),
      planned: number(each, 'planned'),
      here: number(each, 'here'),
    })),
    gaps: list(answer, 'gaps').map(readGap),
    quiet: numbers(answer, 'quiet'),
    sessions: list(answer, 'sessions').map((each) => ({
      session: text(each, 'session'),
      title: text(each, 'title'),
      span: readSpan(each['span']) ?? NEVER,
    })),
    roomsOpen: number(answer, 'roomsOpen'),
    inRooms: number(answer, 'inRooms'),
  };
}

/** '' = of the whole event. */
export function getCoverage(session: string): Promise<ApiResult<Coverage>> {
  return call(`/coverage?session=${encodeURIComponent(session)}`, readCoverage);
}

export function getFigures(poster: string | number): Promise<ApiResult<Figures>> {
  return call(`/figures/${encodeURIComponent(poster)}`, (answer) => ({
    visits: number(answer, 'visits'),
    people: number(answer, 'people'),
    reads: number(answer, 'reads'),
    questions: number(answer, 'questions'),
    medianStayS: number(answer, 'medianStayS'),
    steps: list(answer, 'steps').map((each) => ({
      startMs: number(each, 'startMs'),
      visits: number(each, 'visits'),
      reads: number(each, 'reads'),
      questions: number(each, 'questions'),
      attendedS: number(each, 'attendedS'),
    })),
  }));
}

export function getAllFigures(): Promise<ApiResult<AllFigures>> {
  return call('/figures', (answer) => ({
    visits: number(answer, 'visits'),
    gini: number(answer, 'gini'),
    posters: list(answer, 'posters').map((each) => ({
      number: number(each, 'number'),
      title: text(each, 'title'),
      topic: number(each, 'topic'),
      visits: number(each, 'visits'),
      people: number(each, 'people'),
      reads: number(each, 'reads'),
      questions: number(each, 'questions'),
    })),
  }));
}
