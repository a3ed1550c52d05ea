// What organisers do about posters' files: say whether one that came after the freeze time goes up, and set that time.

import { getRequests, postFreeze, postSettle } from '../net/poster_api';
import type { ApiResult } from '../model/api';
import type { PosterRequest } from '../model/poster_files';

export class SettlingPosters {
  requests(): Promise<ApiResult<readonly PosterRequest[]>> {
    return getRequests();
  }

  /** What still waits. */
  settle(request: number, putUp: boolean, words: string): Promise<ApiResult<readonly PosterRequest[]>> {
    return postSettle(request, putUp, words);
  }

  /** From then on authors ask; 0 = no such time. */
  async freeze(atMs: number): Promise<boolean> {
    return (await postFreeze(atMs)).ok;
  }
}
