// The HTTP interface under /api/v1. Every answer is read field by field: what is missing becomes its empty value.

import type {
  ApiFailure,
  ApiResult,
  EnterAnswer,
  EventAnswer,
  InvitationAnswer,
  PosterAnswer,
  PosterText,
  SessionAnswer,
  Ticket,
} from '../model/api';
import { bytesFromBase64, bytesToBase64 } from './bytes';
import { asObject, list, number, readEvent, readMeasure, readPoster, text, truth } from './json_fields';
import type { JsonObject } from './json_fields';

const ROOT = '/api/v1';
/** Nobody waits longer for an answer. */
const DEADLINE_MS = 10_000;

/** A body that is a file goes as it is, anything else as JSON. */
export async function call<T>(
  path: string,
  read: (answer: JsonObject) => T,
  body?: object | Blob,
  signal?: AbortSignal,
): Promise<ApiResult<T>> {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  const init: RequestInit = {
    credentials: 'same-origin',
    cache: 'no-store',
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    headers: { Accept: 'application/json' },
  };
  if (body !== undefined) {
    init.method = 'POST';
    const raw = body instanceof Blob;
    const type = raw ? 'application/octet-stream' : 'application/json';
    init.headers = { Accept: 'application/json', 'Content-Type': type };
    init.body = raw ? body : JSON.stringify(body);
  }
  try {
    const response = await fetch(ROOT + path, init);
    const answer = asObject(await response.json().catch(() => ({})));
    if (response.ok) return { ok: true, value: read(answer) };
    return { ok: false, failure: failure(response, answer) };
  } catch {
    return { ok: false, failure: { status: 0, code: 'no_answer', retryAfterS: 0 } };
  }
}

function failure(response: Response, answer: JsonObject): ApiFailure {
  return {
    status: response.status,
    code: text(answer, 'code'),
    retryAfterS: Number(response.headers.get('Retry-After') ?? 0) || 0,
    ...(text(answer, 'code') === 'banned' ? { measure: readMeasure(asObject(answer['measure'])) } : {}),
  };
}

export function getEvent(): Promise<ApiResult<EventAnswer>> {
  return call('/event', readEvent);
}

/** Sessions that people without an invitation may watch, and of the event its name. */
export function getStreams(): Promise<ApiResult<EventAnswer>> {
  return call('/streams', readEvent);
}

export function getSession(): Promise<ApiResult<SessionAnswer>> {
  return call('/session', (answer) => ({
    person: number(answer, 'person'),
    name: text(answer, 'name'),
    role: number(answer, 'role'),
  }));
}

export function getPoster(name: string, signal?: AbortSignal): Promise<ApiResult<PosterAnswer>> {
  return call(`/posters/${encodeURIComponent(name)}`, readPoster, undefined, signal);
}

export function readText(answer: JsonObject): PosterText {
  return {
    byAuthor: truth(answer, 'byAuthor'),
    panels: list(answer, 'panels').map((panel) => ({
      heading: text(panel, 'heading'),
      text: text(panel, 'text'),
      x: number(panel, 'x'),
      y: number(panel, 'y'),
      w: number(panel, 'w'),
      h: number(panel, 'h'),
    })),
  };
}

export function getPosterText(name: string, version: number): Promise<ApiResult<PosterText>> {
  return call(`/posters/${encodeURIComponent(name)}/text?v=${version}`, readText);
}

export function getPosters(): Promise<ApiResult<readonly PosterAnswer[]>> {
  return call('/posters', (answer) => list(answer, 'posters').map(readPoster));
}

export function postInvitation(token: string): Promise<ApiResult<InvitationAnswer>> {
  return call(
    '/invitation',
    (answer) => ({
      name: text(answer, 'name'),
      shortName: text(answer, 'shortName'),
      affiliation: text(answer, 'affiliation'),
      role: number(answer, 'role'),
      presents: list(answer, 'presents').map(readPoster),
      look: bytesFromBase64(text(answer, 'look')),
      person: number(answer, 'person'),
      event: readEvent(asObject(answer['event'])),
      usedOnAnotherDevice: truth(answer, 'usedOnAnotherDevice'),
    }),
    { token },
  );
}

export function postEnter(request: {
  readonly token: string;
  readonly shortName: string;
  readonly look: Uint8Array;
  readonly timeZone: string;
  readonly takeOver: boolean;
}): Promise<ApiResult<EnterAnswer>> {
  return call(
    '/enter',
    (answer) => ({ person: number(answer, 'person'), askTakeOver: truth(answer, 'askTakeOver') }),
    { ...request, look: bytesToBase64(request.look) },
  );
}

export function postTicket(): Promise<ApiResult<Ticket>> {
  return call(
    '/ticket',
    (answer) => ({ ticket: text(answer, 'ticket'), process: text(answer, 'process') }),
    {},
  );
}

/** Ends this browser's session. */
export function postLeave(): Promise<ApiResult<null>> {
  return call('/leave', () => null, {});
}

/** "Not you?": ends every session of this person, here and elsewhere. */
export function postNotMe(): Promise<ApiResult<null>> {
  return call('/not-me', () => null, {});
}
