// GET /api/v1/search: the one search. Every answer is read field by field: what is missing becomes its empty value.

import type { ApiResult, SearchAnswer } from '../model/api';
import { call } from './api';
import { asObject, list, number, readProfile, readSpan, readWhereabouts, text, truth } from './json_fields';

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
