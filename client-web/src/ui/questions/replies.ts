// What waits for me in "My questions": news of those I asked, and open ones at my posters.

import type { Hall } from '../hall_context';
import { posterChannel } from '../../model/channels';
import { isOpen, myThreads, newsOf, questionThreads } from '../../model/questions';
import type { QuestionThread } from '../../model/questions';

/** Questions at a poster of mine that wait for its authors. */
export function waitingAt(hall: Hall, poster: number): readonly QuestionThread[] {
  const me = hall.me().person;
  return questionThreads(hall.channels().get(posterChannel(poster)), me).filter(
    (thread) => isOpen(thread) && thread.question.number > 0 && thread.question.author !== me,
  );
}

export function newReplies(hall: Hall): number {
  const channels = hall.channels();
  const me = hall.me().person;
  let count = 0;
  for (const name of channels.names()) {
    if (!name.startsWith('poster/')) continue;
    const channel = channels.get(name);
    for (const thread of myThreads(questionThreads(channel, me), me))
      count += newsOf(thread, channel.read, me);
  }
  for (const poster of hall.me().profile?.presents ?? []) count += waitingAt(hall, poster).length;
  return count;
}
