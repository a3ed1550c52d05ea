// The HTTP interface by which organisers change the programme (proto/posterhall/v1/api_programme.proto).

import type { ApiResult } from '../model/api';
import type { ProgrammeSession } from '../model/values';
import { call } from './api';

export interface TimesWish {
  readonly doorsMs: number;
  readonly closesMs: number;
  readonly readableUntilMs: number;
  readonly after: number;
}

const nothing = (): true => true;

export function postTimes(wish: TimesWish): Promise<ApiResult<true>> {
  return call('/programme/times', nothing, wish);
}

export function postTimesBack(after: number): Promise<ApiResult<true>> {
  return call('/programme/times', nothing, { after, back: true });
}

/** An empty id makes a new one. */
export function postSession(session: ProgrammeSession): Promise<ApiResult<true>> {
  const { change, ...wanted } = session;
  return call('/programme/session', nothing, { session: wanted, after: change });
}

export function postSessionGone(
  session: ProgrammeSession,
  how: 'removed' | 'back',
): Promise<ApiResult<true>> {
  return call('/programme/session', nothing, {
    session: { id: session.id },
    after: session.change,
    [how]: true,
  });
}
