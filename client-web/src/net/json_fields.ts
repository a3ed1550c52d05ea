// Reading protobuf JSON (proto/posterhall/v1/api.proto) without trusting it: each field by name, else its empty value.

import type { EventAnswer, PosterAnswer } from '../model/api';
import type { MyMeasure } from '../model/order';
import type { EventInfo, ProgrammeSession, Span } from '../model/values';

export type JsonObject = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** Both spellings are protobuf JSON: shortName and short_name. */
function field(from: JsonObject, name: string): unknown {
  return from[name] ?? from[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
}

export function text(from: JsonObject, name: string): string {
  const value = field(from, name);
  return typeof value === 'string' ? value : '';
}

const ENUMS: Readonly<Record<string, number>> = {
  ROLE_ATTENDEE: 1,
  ROLE_AUTHOR: 2,
  ROLE_HOST: 3,
  ROLE_MODERATOR: 4,
  ROLE_ORGANISER: 5,
  MEASURE_KIND_WARN: 1,
  MEASURE_KIND_MUTE: 2,
  MEASURE_KIND_REMOVE: 3,
  MEASURE_KIND_BAN: 4,
  SESSION_KIND_OTHER: 1,
  SESSION_KIND_OPENING: 2,
  SESSION_KIND_EXHIBITION: 3,
  SESSION_KIND_BREAKOUT: 4,
  SESSION_KIND_TALKS: 5,
  SESSION_KIND_PANEL: 6,
  SESSION_KIND_LUNCH: 7,
  SESSION_KIND_NETWORKING: 8,
};

/** Numbers, and enumerations by their name. */
export function number(from: JsonObject, name: string): number {
  const value = field(from, name);
  if (typeof value === 'number') return Number.isFinite(value) ? value : 0;
  return typeof value === 'string' ? (ENUMS[value] ?? 0) : 0;
}

export function truth(from: JsonObject, name: string): boolean {
  return field(from, name) === true;
}

export function list(from: JsonObject, name: string): readonly JsonObject[] {
  const value = field(from, name);
  return Array.isArray(value) ? value.map(asObject) : [];
}

export function texts(from: JsonObject, name: string): readonly string[] {
  const value = field(from, name);
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

export function readMeasure(from: JsonObject): MyMeasure {
  return {
    measure: number(from, 'measure'),
    kind: number(from, 'kind'),
    reason: text(from, 'reason'),
    atMs: number(from, 'atMs'),
    untilMs: number(from, 'untilMs'),
    lifted: truth(from, 'lifted'),
    contact: text(from, 'contact'),
    seen: truth(from, 'seen'),
  };
}

export function readSpan(value: unknown): Span | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const span = { startMs: number(asObject(value), 'startMs'), endMs: number(asObject(value), 'endMs') };
  return span.startMs === 0 ? undefined : span;
}

export function readEventInfo(from: JsonObject): EventInfo {
  return {
    name: text(from, 'name'),
    edition: text(from, 'edition'),
    timeZone: text(from, 'timeZone'),
    days: texts(from, 'days'),
    contact: text(from, 'contact'),
    codeOfConduct: text(from, 'codeOfConduct'),
    privacy: text(from, 'privacy'),
    publicUrl: text(from, 'publicUrl'),
    postersFreezeMs: number(from, 'postersFreezeMs'),
    doorsMs: number(from, 'doorsMs'),
    closesMs: number(from, 'closesMs'),
    readableUntilMs: number(from, 'readableUntilMs'),
    timesChange: number(from, 'timesChange'),
  };
}

export function readProgrammeSession(from: JsonObject): ProgrammeSession {
  return {
    id: text(from, 'id'),
    title: text(from, 'title'),
    kind: number(from, 'kind'),
    audience: text(from, 'audience'),
    place: text(from, 'place'),
    room: number(from, 'room'),
    people: texts(from, 'people'),
    summary: text(from, 'summary'),
    day: text(from, 'day'),
    span: readSpan(from['span']),
    sponsor: text(from, 'sponsor'),
    stream: text(from, 'stream'),
    streamPublic: truth(from, 'streamPublic'),
    recording: text(from, 'recording'),
    change: number(from, 'change'),
  };
}

export function readEvent(from: JsonObject): EventAnswer {
  return {
    event: readEventInfo(asObject(from['event'])),
    posters: number(from, 'posters'),
    sessions: list(from, 'sessions').map(readProgrammeSession),
    nowMs: number(from, 'nowMs'),
    postersPublic: truth(from, 'postersPublic'),
    clientBuild: text(from, 'clientBuild'),
    authorsHere: number(from, 'authorsHere'),
  };
}

export function readPoster(from: JsonObject): PosterAnswer {
  return {
    id: text(from, 'id'),
    number: number(from, 'number'),
    title: text(from, 'title'),
    authors: texts(from, 'authors'),
    summary: text(from, 'summary'),
    category: text(from, 'category'),
    link: text(from, 'link'),
    attended: truth(from, 'attended'),
    visitors: number(from, 'visitors'),
    version: number(from, 'version'),
    booth: text(from, 'booth'),
    key: number(from, 'key'),
  };
}
