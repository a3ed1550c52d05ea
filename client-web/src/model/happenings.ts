// What shows for a moment above somebody's head: bubbles of nearby talk and emotes. On the clock of the picture.

import { bubbleDurationMs, EMOTE_MS } from './scene_view';
import type { Bubble, EmoteView } from './scene_view';

/** Index 1..12 on the wire. */
export const EMOTES: readonly string[] = [
  '👋',
  '👏',
  '👍',
  '❤️',
  '😄',
  '🎉',
  '❓',
  '💡',
  '🤔',
  '👀',
  '☕',
  '🙏',
];

export function emojiOf(emote: number): string | null {
  return EMOTES[emote - 1] ?? null;
}

export class Happenings {
  private readonly bubbles_ = new Map<number, Bubble>();
  private readonly emotes_ = new Map<number, EmoteView>();

  said(visitor: number, text: string, nowMs: number): void {
    this.bubbles_.set(visitor, { text, untilMs: nowMs + bubbleDurationMs(text) });
  }

  emoted(visitor: number, emote: number, nowMs: number): void {
    const emoji = emojiOf(emote);
    if (emoji) this.emotes_.set(visitor, { emoji, untilMs: nowMs + EMOTE_MS });
  }

  bubble(visitor: number, nowMs: number): Bubble | undefined {
    return current(this.bubbles_, visitor, nowMs);
  }

  emote(visitor: number, nowMs: number): EmoteView | undefined {
    return current(this.emotes_, visitor, nowMs);
  }

  clear(): void {
    this.bubbles_.clear();
    this.emotes_.clear();
  }
}

function current<T extends { readonly untilMs: number }>(
  map: Map<number, T>,
  visitor: number,
  nowMs: number,
): T | undefined {
  const entry = map.get(visitor);
  if (!entry) return undefined;
  if (entry.untilMs > nowMs) return entry;
  map.delete(visitor);
  return undefined;
}
