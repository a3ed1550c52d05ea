// Answers to my questions I have not seen.

import type { Hall } from '../hall_context';
import { KIND_ANSWER } from '../../model/channel';

export function newReplies(hall: Hall): number {
  const channels = hall.channels();
  const me = hall.me().person;
  let count = 0;
  for (const name of channels.names()) {
    if (!name.startsWith('poster/')) continue;
    const { messages, read } = channels.get(name);
    const mine = new Set(
      messages.filter((each) => each.author === me && each.number > 0).map((each) => each.number),
    );
    count += messages.filter(
      (each) => each.kind === KIND_ANSWER && each.number > read && each.author !== me && mine.has(each.ref),
    ).length;
  }
  return count;
}
