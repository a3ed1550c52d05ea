import { describe, expect, it } from 'vitest';
import { Channel, KIND_DELETE, KIND_EDIT, KIND_MESSAGE } from './channel';
import type { ChannelEvent } from './channel';

function event(number: number, part: Partial<ChannelEvent> = {}): ChannelEvent {
  return {
    channel: 'hall',
    number,
    clientId: `c${number}`,
    atMs: number * 1000,
    author: 2,
    kind: KIND_MESSAGE,
    ref: 0,
    text: `text ${number}`,
    authorOfPoster: false,
    ...part,
  };
}

const texts = (channel: Channel): string[] => channel.messages.map((message) => message.text);

describe('a channel', () => {
  it('shows events once, in the order of their numbers', () => {
    const channel = new Channel('hall');
    channel.resumed(2, 2);
    expect(channel.arrive(event(1))).toBe('shown');
    expect(channel.arrive(event(2))).toBe('shown');
    expect(channel.arrive(event(1))).toBe('known');
    expect(texts(channel)).toEqual(['text 1', 'text 2']);
  });

  it('never shows n + 1 before n', () => {
    const channel = new Channel('hall');
    channel.arrive(event(1));
    expect(channel.arrive(event(3))).toBe('held');
    expect(texts(channel)).toEqual(['text 1']);
    channel.arrive(event(2));
    expect(texts(channel)).toEqual(['text 1', 'text 2', 'text 3']);
  });

  it('fills a hole from a page of history', () => {
    const channel = new Channel('hall');
    channel.arrive(event(1));
    channel.arrive(event(4));
    channel.page([event(1), event(2), event(3), event(4)], false);
    expect(texts(channel)).toEqual(['text 1', 'text 2', 'text 3', 'text 4']);
  });

  it('puts older pages before what is here', () => {
    const channel = new Channel('hall');
    channel.resumed(4, 2);
    channel.arrive(event(3));
    channel.arrive(event(4));
    expect(channel.more).toBe(true);
    channel.page([event(1), event(2)], false);
    expect(texts(channel)).toEqual(['text 1', 'text 2', 'text 3', 'text 4']);
    expect(channel.more).toBe(false);
  });

  it('forgets what is before a gap and says that there is more', () => {
    const channel = new Channel('hall');
    channel.arrive(event(1));
    channel.startAnew(900);
    expect(texts(channel)).toEqual([]);
    channel.page([event(899), event(900)], true);
    expect(texts(channel)).toEqual(['text 899', 'text 900']);
    expect(channel.more).toBe(true);
  });

  it('shows edits and deletions in the place of the message', () => {
    const channel = new Channel('hall');
    channel.arrive(event(1));
    channel.arrive(event(2));
    channel.arrive(event(3, { kind: KIND_EDIT, ref: 1, text: 'better' }));
    channel.arrive(event(4, { kind: KIND_DELETE, ref: 2, text: '' }));
    expect(channel.messages.map(({ text, edited, deleted }) => ({ text, edited, deleted }))).toEqual([
      { text: 'better', edited: true, deleted: false },
      { text: '', edited: false, deleted: true },
    ]);
  });

  it('shows my message at once and once', () => {
    const channel = new Channel('hall');
    channel.put({
      clientId: 'mine',
      kind: KIND_MESSAGE,
      text: 'hi',
      ref: 0,
      atMs: 1,
      author: 1,
      state: 'pending',
      refusal: null,
    });
    expect(channel.messages[0]).toMatchObject({ key: 'mine', state: 'pending' });
    channel.stored('mine', 1, 5);
    expect(channel.messages[0]).toMatchObject({ key: 'mine', state: 'sent' });
    channel.arrive(event(1, { clientId: 'mine', author: 1, text: 'hi' }));
    expect(channel.messages.length).toBe(1);
    expect(channel.messages[0]).toMatchObject({ key: 'mine', number: 1 });
    channel.stored('mine', 1, 5);
    expect(channel.messages.length).toBe(1);
  });

  it('keeps what could not be sent, with the reason', () => {
    const channel = new Channel('hall');
    channel.put({
      clientId: 'mine',
      kind: KIND_MESSAGE,
      text: 'hi',
      ref: 0,
      atMs: 1,
      author: 1,
      state: 'pending',
      refusal: null,
    });
    channel.refused('mine', { reason: 'rate_limited', retryAfterMs: 900 });
    expect(channel.messages[0]).toMatchObject({
      state: 'failed',
      text: 'hi',
      refusal: { reason: 'rate_limited' },
    });
    channel.discard('mine');
    expect(channel.messages).toEqual([]);
  });

  it('counts what others wrote and I have not read', () => {
    const channel = new Channel('dm/1-2');
    channel.setHead(3, 0);
    expect(channel.unread(1)).toBe(3);
    channel.resumed(3, 3);
    channel.arrive(event(1));
    channel.arrive(event(2, { author: 1 }));
    channel.arrive(event(3));
    expect(channel.unread(1)).toBe(2);
    channel.markRead(3);
    expect(channel.unread(1)).toBe(0);
    expect(channel.markRead(2)).toBe(false);
  });
});
