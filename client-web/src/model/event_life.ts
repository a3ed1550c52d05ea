// The event's life as server/domain/event_life.hpp has it: what follows from its times. Pure.

import type { EventInfo } from './values';

export type Phase = 'before' | 'open' | 'closing' | 'closed';

export const CLOSING_NOTICE_MS = 10 * 60_000;
/** Talk stops so long after the closing time. */
export const LAST_WORDS_MS = 2 * 60_000;

type Times = Pick<EventInfo, 'doorsMs' | 'closesMs'>;

export function phaseAt(event: Times, nowMs: number): Phase {
  if (event.closesMs !== 0 && nowMs >= event.closesMs + LAST_WORDS_MS) return 'closed';
  if (event.doorsMs !== 0 && nowMs < event.doorsMs) return 'before';
  return event.closesMs !== 0 && nowMs >= event.closesMs - CLOSING_NOTICE_MS ? 'closing' : 'open';
}
