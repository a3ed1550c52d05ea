// The HTTP interface about slides (proto/posterhall/v1/api_decks.proto).

import type { ApiResult } from '../model/api';
import type { DeckPage, SessionDeck } from '../model/decks';
import { call } from './api';
import { asObject, list, number, text, texts } from './json_fields';
import type { JsonObject } from './json_fields';

function readDeck(from: JsonObject): SessionDeck {
  return {
    deck: number(from, 'deck'),
    name: text(from, 'name'),
    pages: number(from, 'pages'),
    list: text(from, 'list'),
    by: text(from, 'by'),
    atMs: number(from, 'atMs'),
  };
}

/** The sessions whose slides I may put up. */
export function getDeckSessions(): Promise<ApiResult<readonly string[]>> {
  return call('/decks', (answer) => texts(answer, 'sessions'));
}

export function getDeck(session: string): Promise<ApiResult<SessionDeck>> {
  return call(`/decks?session=${encodeURIComponent(session)}`, readDeck);
}

export function postRemoveDeck(session: string): Promise<ApiResult<SessionDeck>> {
  return call('/decks/remove', readDeck, { session });
}

/** Throws when it cannot be had; it is immutable, so a second time costs nothing. */
export async function loadDeckPages(hash: string): Promise<readonly DeckPage[]> {
  const response = await fetch(`/files/${hash}`, {
    credentials: 'same-origin',
    signal: AbortSignal.timeout(20_000),
  });
  if (!response.ok) throw new Error(`the slides answered ${response.status}`);
  return list(asObject(await response.json()), 'pages').map((page) => ({
    picture: text(page, 'picture'),
    width: number(page, 'width'),
    height: number(page, 'height'),
    text: text(page, 'text'),
  }));
}
