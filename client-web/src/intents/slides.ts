// Slides of breakouts: whose one may put up, which count, their pages. Loaded with what shows them. Sending a file up is
// authoring.ts's.

import { getDeck, getDeckSessions, loadDeckPages, postRemoveDeck } from '../net/deck_api';
import type { DeckPage, SessionDeck } from '../model/decks';

const pages = new Map<string, Promise<readonly DeckPage[]>>();
const KEPT = 4;

/** Of a list once read; what did not come is asked for again the next time. */
export function pagesOf(list: string): Promise<readonly DeckPage[]> {
  const known = pages.get(list);
  if (known) return known;
  const asked = loadDeckPages(list);
  pages.set(list, asked);
  asked.catch(() => pages.delete(list));
  for (const old of [...pages.keys()].slice(0, -KEPT)) pages.delete(old);
  return asked;
}

/** '' where it went well; else why not. */
export interface DeckAnswer {
  readonly deck: SessionDeck | null;
  readonly code: string;
}

export async function deckOf(session: string): Promise<DeckAnswer> {
  const answer = await getDeck(session);
  return answer.ok ? { deck: answer.value, code: '' } : { deck: null, code: answer.failure.code };
}

export async function removeDeck(session: string): Promise<DeckAnswer> {
  const answer = await postRemoveDeck(session);
  return answer.ok ? { deck: answer.value, code: '' } : { deck: null, code: answer.failure.code };
}

/** The sessions whose slides I may put up; none when nobody answers. */
export async function sessionsWithMySlides(): Promise<ReadonlySet<string>> {
  const answer = await getDeckSessions();
  return new Set(answer.ok ? answer.value : []);
}
