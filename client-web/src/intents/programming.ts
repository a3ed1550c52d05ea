// What organisers do about the programme while the event runs: its hours, its sessions. Answers are the server's codes,
// '' = done; what changed comes with the next catalogue, as for everybody.

import { postSession, postSessionGone, postTimes, postTimesBack } from '../net/programme_api';
import type { TimesWish } from '../net/programme_api';
import type { ApiResult } from '../model/api';
import type { ProgrammeSession } from '../model/values';

export type { TimesWish };

function codeOf(answer: ApiResult<true>): string {
  return answer.ok ? '' : answer.failure.code || 'other';
}

export class Programming {
  async setTimes(wish: TimesWish): Promise<string> {
    return codeOf(await postTimes(wish));
  }

  async timesBack(after: number): Promise<string> {
    return codeOf(await postTimesBack(after));
  }

  async setSession(session: ProgrammeSession): Promise<string> {
    return codeOf(await postSession(session));
  }

  async removeSession(session: ProgrammeSession): Promise<string> {
    return codeOf(await postSessionGone(session, 'removed'));
  }

  async sessionBack(session: ProgrammeSession): Promise<string> {
    return codeOf(await postSessionGone(session, 'back'));
  }
}
