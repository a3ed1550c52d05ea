// An answer in a line, in words.

import type { Hall } from '../hall_context';
import type { NoticeContent } from '../../model/notices';
import { refusalWords } from '../phrases';
import { moreWords, words } from '../../words';

export function noticeWords(hall: Hall, content: NoticeContent): string {
  const name = (person: number): string => hall.profiles().person(person)?.name ?? words.chat.somebody;
  switch (content.kind) {
    case 'refused':
      return refusalWords(content.refusal, hall.settings().values.timeZone, hall.clock().nowMs);
    case 'asked':
      return moreWords.notice.asked(name(content.person));
    case 'answered':
      return content.accepted
        ? moreWords.invitation.accepted(name(content.person))
        : moreWords.invitation.declined(name(content.person));
    case 'posterReplaced':
      return moreWords.notice.posterReplaced;
    case 'blocked':
      return content.on
        ? moreWords.notice.blocked(name(content.person))
        : moreWords.notice.unblocked(name(content.person));
    case 'measured':
      return moreWords.notice.taken[content.measure]?.(name(content.person)) ?? '';
    case 'reports':
      return moreWords.notice.newReport(content.count);
    case 'posterRequests':
      return moreWords.notice.posterRequests(content.count);
    case 'lifted':
      return moreWords.notice.lifted;
    case 'connected':
      return words.connection.back;
    case 'roomClosed':
      return moreWords.notice.roomClosed;
    case 'roomSeated':
      return moreWords.breakout.seated;
    case 'roomPutOut':
      return moreWords.breakout.putOutOf;
    case 'tourDone':
      return words.posters.tourDone;
    case 'noSuchPoster':
      return moreWords.notice.noSuchPoster(content.name);
  }
}
