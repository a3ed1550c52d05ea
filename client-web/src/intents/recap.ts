// Reading what stays of a breakout.

import { getRecap } from '../net/recap_api';
import type { Recap } from '../model/recap';

export type RecapAnswer = Recap | 'not_opened' | 'failed';

export async function readRecap(session: string): Promise<RecapAnswer> {
  const answer = await getRecap(session);
  if (answer.ok) return answer.value;
  return answer.failure.code === 'not_opened' ? 'not_opened' : 'failed';
}
