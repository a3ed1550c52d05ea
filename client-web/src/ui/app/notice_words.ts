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
      return words.notice.asked(name(content.person));
    case 'answered':
      return content.accepted
        ? words.invitation.accepted(name(content.person))
        : words.invitation.declined(name(content.person));
    case 'posterReplaced':
      return words.notice.posterReplaced;
    case 'blocked':
      return content.on
        ? words.notice.blocked(name(content.person))
        : words.notice.unblocked(name(content.person));
    case 'measured':
      return words.notice.taken[content.measure]?.(name(content.person)) ?? '';
    case 'reports':
      return words.notice.newReport(content.count);
    case 'posterRequests':
      return words.notice.posterRequests(content.count);
    case 'lifted':
      return words.notice.lifted;
    case 'connected':
      return words.connection.back;
    case 'roomClosed':
      return words.notice.roomClosed;
    case 'roomSeated':
      return moreWords.breakout.seated;
    case 'roomPutOut':
      return moreWords.breakout.putOutOf;
    case 'tourDone':
      return words.posters.tourDone;
    case 'noSuchPoster':
      return words.notice.noSuchPoster(content.name);
  }
}
