// An organiser calls authors to their booths. Loaded with the board that shows who is missing.

import { ANNOUNCE_SCHEMA } from '../net/wire_schema_announce';
import { tellRefusal } from './refusals';
import type { Visit } from './visit';
import type { HallModel } from '../model/hall_model';

/** Booths in one message. */
const MOST_CALLED = 200;

/** False: it was refused, and that was told. */
export async function callAuthors(
  model: HallModel,
  visit: Pick<Visit, 'ask' | 'learn'>,
  booths: readonly number[],
): Promise<boolean> {
  visit.learn(ANNOUNCE_SCHEMA);
  for (let from = 0; from < booths.length; from += MOST_CALLED) {
    const some = booths.slice(from, from + MOST_CALLED);
    const answer = await visit.ask({ case: 'callAuthors', value: { booths: some } });
    if (!tellRefusal(model, answer)) return false;
  }
  return true;
}
