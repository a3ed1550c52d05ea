import { describe, expect, it } from 'vitest';
import { KIND_MESSAGE } from './channel';
import type { ChannelEvent } from './channel';
import { Channels, directChannel, directPartner, posterOfChannel } from './channels';

function event(channel: string, number: number, part: Partial<ChannelEvent> = {}): ChannelEvent {
  return {
    channel,
    number,
    clientId: `${channel}${number}`,
    atMs: number,
    author: 2,
    kind: KIND_MESSAGE,
    ref: 0,
    text: `t${number}`,
    authorOfPoster: false,
    ...part,
  };
}

describe('channels', () => {
  it('name two people the same from both sides', () => {
    expect(directChannel(9, 3)).toBe('dm/3-9');
    expect(directPartner('dm/3-9', 9)).toBe(3);
    expect(directPartner('dm/3-9', 3)).toBe(9);
    expect(directPartner('hall', 3)).toBe(0);
    expect(posterOfChannel('poster/17')).toBe(17);
  });

  it('say which have a hole', () => {
    const channels = new Channels();
    expect(channels.arrive([event('hall', 1), event('hall', 3), event('announce', 1)])).toEqual(['hall']);
  });

  it('resume what is watched from what is here', () => {
    const channels = new Channels();
    channels.setWatched('hall', true);
    channels.arrive([event('hall', 4), event('hall', 5)]);
    channels.get('announce');
    expect(channels.cursors()).toEqual([{ channel: 'hall', after: 5 }]);
  });

  it('list direct talks, the newest first', () => {
    const channels = new Channels();
    channels.setMe(1);
    channels.arrive([event('dm/1-2', 1, { atMs: 10 }), event('dm/1-3', 1, { atMs: 20 })]);
    channels.get('dm/1-4');
    expect(channels.direct().map((channel) => channel.name)).toEqual(['dm/1-3', 'dm/1-2']);
    expect(channels.unreadDirect()).toBe(2);
  });

  it('keep drafts', () => {
    const channels = new Channels();
    channels.setDraft('hall', 'half a sen');
    expect(channels.draft('hall')).toBe('half a sen');
  });
});
