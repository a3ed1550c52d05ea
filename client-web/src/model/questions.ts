// A poster's questions with their answers beneath, and those I asked. Pure.

import { KIND_ANSWER, KIND_QUESTION } from './channel';
import type { Message } from './channel';

export interface QuestionThread {
  readonly question: Message;
  readonly answers: readonly Message[];
}

export function questionThreads(messages: readonly Message[]): readonly QuestionThread[] {
  const answers = new Map<number, Message[]>();
  for (const message of messages) {
    if (message.kind !== KIND_ANSWER) continue;
    const list = answers.get(message.ref);
    if (list) list.push(message);
    else answers.set(message.ref, [message]);
  }
  return messages
    .filter((message) => message.kind === KIND_QUESTION)
    .map((question) => ({
      question,
      answers: question.number === 0 ? [] : (answers.get(question.number) ?? []),
    }));
}

/** My questions with something new beneath (numbers above `read`), and all of mine. */
export function myThreads(messages: readonly Message[], me: number): readonly QuestionThread[] {
  return questionThreads(messages).filter(
    (thread) => thread.question.author === me && !thread.question.deleted,
  );
}
