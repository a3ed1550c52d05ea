// Places and conversations as the wire packs them. Pure.
//   place: x 14 | y 14 | facing 2 | flags 2, most significant first; x, y in pixels (1/32 tile)
//   conversation: kind << 28 | index

import type { Facing } from './scene_view';

export interface PackedPlace {
  readonly x: number;
  readonly y: number;
  readonly facing: Facing;
  readonly away: boolean;
  readonly listMode: boolean;
}

export function packPlace(x: number, y: number, facing: number): number {
  return ((Math.round(x) & 0x3fff) * 0x40000 + ((Math.round(y) & 0x3fff) << 4) + ((facing & 3) << 2)) >>> 0;
}

export function unpackPlace(word: number): PackedPlace {
  return {
    x: word >>> 18,
    y: (word >>> 4) & 0x3fff,
    facing: ((word >>> 2) & 3) as Facing,
    away: (word & 2) !== 0,
    listMode: (word & 1) !== 0,
  };
}

export type ConversationKind = 'none' | 'booth' | 'table' | 'stage' | 'circle' | 'room';

const KINDS: readonly ConversationKind[] = ['none', 'booth', 'table', 'stage', 'circle', 'room'];

export interface ConversationPlace {
  readonly kind: ConversationKind;
  /** Booth number, table index, circle's number or room. */
  readonly index: number;
}

export function conversationPlace(id: number): ConversationPlace {
  return { kind: KINDS[id >>> 28] ?? 'none', index: id & 0x0fffffff };
}

export function conversationId(kind: ConversationKind, index: number): number {
  return (KINDS.indexOf(kind) << 28) | index;
}
