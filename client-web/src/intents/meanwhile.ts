// While no live connection can be had: what plain HTTP answers.

import { getPosters } from '../net/api';
import type { ApiResult, PosterAnswer } from '../model/api';

export function postersMeanwhile(): Promise<ApiResult<readonly PosterAnswer[]>> {
  return getPosters();
}
