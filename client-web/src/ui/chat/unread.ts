// What waits for me in the chat: direct messages, announcements, nearby talk, the breakout I am in. The hall's own talk
// is counted in its list only: it is everybody's.

import type { Hall } from '../hall_context';
import { ANNOUNCE, talkChannel } from '../../model/channels';

export function unreadChats(hall: Hall): number {
  const channels = hall.channels();
  const room = hall.rooms().inside?.room ?? 0;
  return (
    channels.unreadDirect() +
    channels.unread(ANNOUNCE) +
    hall.conversation().unread +
    (room > 0 ? channels.unread(talkChannel(room)) : 0)
  );
}
