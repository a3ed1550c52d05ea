// A poster's questions with their answers beneath: who wants them answered, which are hidden, which wait. Pure.

import {
  KIND_ANSWER,
  KIND_HIDDEN_BY_AUTHOR,
  KIND_QUESTION,
  KIND_SHOWN_AGAIN,
  KIND_UNWANTED,
  KIND_WANTED,
} from './channel';
import type { Channel, Message } from './channel';

export interface Hiding {
  readonly byAuthor: boolean;
  readonly reason: string;
  readonly number: number;
}

export interface QuestionThread {
  readonly question: Message;
  readonly answers: readonly Message[];
  /** Others than the asker who want it answered. */
  readonly wants: number;
  /** By me. */
  readonly wanted: boolean;
  readonly hidden: Hiding | null;
  /** By an author of the poster. */
  readonly answered: boolean;
}

type Held = Pick<Channel, 'messages' | 'events'>;

/** Whatever question is held, all that was said of it later is held too: numbers are without a gap. */
export function questionThreads({ messages, events }: Held, me: number): readonly QuestionThread[] {
  const answers = new Map<number, Message[]>();
  const wants = new Map<number, number>();
  const wanted = new Set<number>();
  const hidden = new Map<number, Hiding>();
  for (const message of messages) {
    if (message.kind !== KIND_ANSWER) continue;
    const list = answers.get(message.ref);
    if (list) list.push(message);
    else answers.set(message.ref, [message]);
  }
  for (const { kind, ref, author, text, number } of events) {
    if (kind < KIND_WANTED || kind > KIND_SHOWN_AGAIN) continue;
    if (kind <= KIND_UNWANTED) {
      const on = kind === KIND_WANTED;
      wants.set(ref, (wants.get(ref) ?? 0) + (on ? 1 : -1));
      if (author === me && on) wanted.add(ref);
      else if (author === me) wanted.delete(ref);
    } else if (kind === KIND_SHOWN_AGAIN) hidden.delete(ref);
    else hidden.set(ref, { byAuthor: kind === KIND_HIDDEN_BY_AUTHOR, reason: text, number });
  }
  return messages
    .filter((message) => message.kind === KIND_QUESTION)
    .map((question) => {
      const { number } = question;
      const below = number === 0 ? [] : (answers.get(number) ?? []);
      return {
        question,
        answers: below,
        wants: Math.max(0, wants.get(number) ?? 0),
        wanted: wanted.has(number),
        hidden: hidden.get(number) ?? null,
        answered: below.some((answer) => answer.authorOfPoster && !answer.deleted),
      };
    });
}

/** Waits for an author. */
export function isOpen({ question, hidden, answered }: QuestionThread): boolean {
  return !question.deleted && !hidden && !answered;
}

/** Has something to show: taken back and without an answer it has not. */
export function isShown({ question, answers }: QuestionThread): boolean {
  return !question.deleted || answers.length > 0;
}

/**
 * Those that wait first, the most wanted of them first, then the longest waiting; hidden ones last. `wants` says how
 * wanted a question was when the list was opened: it does not move beneath the reader.
 */
export function inOrder(
  threads: readonly QuestionThread[],
  wants: (thread: QuestionThread) => number,
): readonly QuestionThread[] {
  const rank = (thread: QuestionThread): number => (thread.hidden ? 2 : isOpen(thread) ? 0 : 1);
  return [...threads].sort((a, b) => rank(a) - rank(b) || wants(b) - wants(a));
}

/** How wanted each was when it was first asked for here. */
export function wantsWhenFirstSeen(): (thread: QuestionThread) => number {
  const first = new Map<string, number>();
  return ({ question, wants }) => {
    const before = first.get(question.key) ?? wants;
    first.set(question.key, before);
    return before;
  };
}

export function myThreads(threads: readonly QuestionThread[], me: number): readonly QuestionThread[] {
  return threads.filter(({ question }) => question.author === me && !question.deleted);
}

/** What came to my questions since I read: others' answers, hidings. */
export function newsOf(thread: QuestionThread, read: number, me: number): number {
  const news = thread.answers.filter(
    (answer) => answer.number > read && answer.author !== me && !answer.deleted,
  ).length;
  return news + (thread.hidden && thread.hidden.number > read ? 1 : 0);
}
