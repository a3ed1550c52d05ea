// GET /api/v1/search: the one search. Every answer is read field by field: what is missing becomes its empty value.

import type { ApiResult, SearchAnswer } from '../model/api';
import type { Profile, Whereabouts } from '../model/values';
import { call } from './api';
import { bytesFromBase64 } from './bytes';
import { asObject, list, number, readSpan, text, truth } from './json_fields';
import type { JsonObject } from './json_fields';

export function readProfile(from: JsonObject): Profile {
  const presents = from['presents'];
  return {
    person: number(from, 'person'),
    name: text(from, 'name'),
    shortName: text(from, 'shortName'),
    affiliation: text(from, 'affiliation'),
    look: bytesFromBase64(text(from, 'look')),
    role: number(from, 'role'),
    presents: Array.isArray(presents)
      ? presents.filter((each): each is number => typeof each === 'number')
      : [],
    status: text(from, 'status'),
    doNotLocate: truth(from, 'doNotLocate'),
  };
}

export function readWhereabouts(value: unknown): Whereabouts | null {
  const from = asObject(value);
  for (const name of ['booth', 'room', 'aisle', 'table'] as const) {
    const at = from[name];
    if (typeof at === 'number') return { case: name, value: at };
  }
  for (const name of ['stage', 'foyer', 'notHere'] as const) if (truth(from, name)) return { case: name };
  return null;
}

export function getSearch(
  query: string,
  limit: number,
  signal?: AbortSignal,
): Promise<ApiResult<SearchAnswer>> {
  const path = `/search?q=${encodeURIComponent(query)}&limit=${limit}`;
  return call(
    path,
    (answer) => ({
      query: text(answer, 'query'),
      postersFound: number(answer, 'postersFound'),
      peopleFound: number(answer, 'peopleFound'),
      sessionsFound: number(answer, 'sessionsFound'),
      posters: list(answer, 'posters').map((poster) => ({
        key: number(poster, 'key'),
        number: number(poster, 'number'),
        title: text(poster, 'title'),
        authors: (Array.isArray(poster['authors']) ? poster['authors'] : []).map(String),
        attended: truth(poster, 'attended'),
        visitors: number(poster, 'visitors'),
        matchedIn: text(poster, 'matchedIn'),
      })),
      people: list(answer, 'people').map((person) => ({
        profile: readProfile(asObject(person['profile'])),
        at: readWhereabouts(person['at']),
        visitor: number(person, 'visitor'),
      })),
      sessions: list(answer, 'sessions').map((session) => ({
        id: text(session, 'id'),
        title: text(session, 'title'),
        room: number(session, 'room'),
        span: readSpan(session['span']),
      })),
      didYouMean: text(answer, 'didYouMean'),
    }),
    undefined,
    signal,
  );
}
