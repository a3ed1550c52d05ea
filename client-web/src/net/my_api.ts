// The HTTP interface about my own things and similar posters (proto/posterhall/v1/my_things.proto).

import type { ApiResult } from '../model/api';
import type { Card, MyCard, SimilarPoster } from '../model/cards';
import type { MyProgrammeContent } from '../model/my_programme';
import { call } from './api';
import { list, number, text, texts } from './json_fields';
import type { JsonObject } from './json_fields';

function readCard(from: JsonObject): Card {
  return {
    poster: number(from, 'poster'),
    person: number(from, 'person'),
    name: text(from, 'name'),
    affiliation: text(from, 'affiliation'),
    email: text(from, 'email'),
    note: text(from, 'note'),
    atMs: number(from, 'atMs'),
  };
}

export function getVisited(): Promise<ApiResult<readonly number[]>> {
  return call('/visited', (answer) => {
    const { posters } = answer;
    return Array.isArray(posters) ? posters.filter((each): each is number => typeof each === 'number') : [];
  });
}

export function postVisited(poster: number): Promise<ApiResult<null>> {
  return call('/visited', () => null, { poster });
}

export function getMyCard(): Promise<ApiResult<MyCard>> {
  return call('/my-card', (answer) => ({
    name: text(answer, 'name'),
    affiliation: text(answer, 'affiliation'),
    email: text(answer, 'email'),
    left: list(answer, 'left').map(readCard),
  }));
}

export function postCard(poster: string, note: string, withEmail: boolean): Promise<ApiResult<Card>> {
  return call(`/posters/${encodeURIComponent(poster)}/card`, readCard, { note, withEmail });
}

export function postCardBack(poster: string): Promise<ApiResult<null>> {
  return call(`/posters/${encodeURIComponent(poster)}/card/back`, () => null, {});
}

export function getCards(poster: string): Promise<ApiResult<readonly Card[]>> {
  return call(`/posters/${encodeURIComponent(poster)}/cards`, (answer) =>
    list(answer, 'cards').map(readCard),
  );
}

export function getSimilar(poster: string): Promise<ApiResult<readonly SimilarPoster[]>> {
  return call(`/posters/${encodeURIComponent(poster)}/similar`, (answer) =>
    list(answer, 'posters').map((each) => ({
      key: number(each, 'key'),
      likeness: number(each, 'likeness'),
      words: texts(each, 'words'),
    })),
  );
}

export function getMyProgramme(): Promise<ApiResult<MyProgrammeContent>> {
  return call('/my-programme', (answer) => ({
    sessions: texts(answer, 'sessions'),
    hosting: texts(answer, 'hosting'),
    shifts: list(answer, 'shifts').map((each) => ({
      poster: number(each, 'poster'),
      span: { startMs: number(each, 'startMs'), endMs: number(each, 'endMs') },
    })),
    calendarMs: number(answer, 'calendarMs'),
  }));
}

export function postMyProgramme(session: string, on: boolean): Promise<ApiResult<null>> {
  return call('/my-programme', () => null, { session, on });
}

export interface NewCalendar {
  /** "/calendar/SECRET.ics", told once; '' = ended. */
  readonly path: string;
  readonly atMs: number;
}

export function postMyCalendar(end: boolean): Promise<ApiResult<NewCalendar>> {
  return call('/my-calendar', (answer) => ({ path: text(answer, 'path'), atMs: number(answer, 'atMs') }), {
    end,
  });
}
