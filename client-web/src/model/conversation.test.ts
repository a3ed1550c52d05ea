import { describe, expect, it } from 'vitest';
import { Arrivals } from './arrivals';
import { Conversation } from './conversation';
import { conversationId, conversationPlace } from './place';
import type { Member } from './values';

const member = (person: number): Member => ({
  visitor: person + 100,
  person,
  presents: false,
  away: false,
  listMode: false,
});
const BOOTH = conversationId('booth', 411);

describe('conversations', () => {
  it('are packed as kind and index', () => {
    expect(conversationPlace(BOOTH)).toEqual({ kind: 'booth', index: 411 });
    expect(conversationPlace(conversationId('room', 3))).toEqual({ kind: 'room', index: 3 });
    expect(conversationPlace(0)).toEqual({ kind: 'none', index: 0 });
  });

  it('show what is said here and not what was said elsewhere', () => {
    const conversation = new Conversation();
    conversation.setMe(1);
    conversation.apply(BOOTH, [member(1), member(2)], 0);
    conversation.said({ key: 'a', conversation: BOOTH, atMs: 1, person: 2, text: 'hello' });
    conversation.said({ key: 'a', conversation: BOOTH, atMs: 1, person: 2, text: 'hello' });
    expect(conversation.lines.map((line) => line.text)).toEqual(['hello']);
    expect(conversation.unread).toBe(1);
    conversation.apply(conversationId('booth', 412), [member(1)], 0);
    expect(conversation.lines).toEqual([]);
    expect(conversation.unread).toBe(0);
  });

  it('keep what could not be said', () => {
    const conversation = new Conversation();
    conversation.setMe(1);
    conversation.apply(BOOTH, [member(1)], 0);
    conversation.saying({ key: 'k', conversation: BOOTH, atMs: 1, text: 'hi' });
    conversation.unheard('k', { reason: 'nobody_near', retryAfterMs: 0 });
    expect(conversation.lines[0]).toMatchObject({ state: 'failed', text: 'hi' });
    conversation.heard('k');
    expect(conversation.lines[0]).toMatchObject({ state: 'sent' });
  });

  it('tell who came, at most once in 5 seconds', () => {
    const conversation = new Conversation();
    conversation.setMe(1);
    conversation.apply(BOOTH, [member(1)], 0);
    conversation.apply(BOOTH, [member(1), member(2)], 0);
    conversation.tick(10_000);
    conversation.apply(BOOTH, [member(1), member(2), member(3), member(4)], 0);
    conversation.tick(11_000);
    expect(conversation.lines.map((line) => line.came)).toEqual([[2]]);
    conversation.apply(BOOTH, [member(1), member(3), member(4)], 0);
    conversation.tick(15_000);
    expect(conversation.lines[1]).toMatchObject({ came: [3, 4], left: [2] });
  });

  it('forget who is typing after a while, or when they spoke', () => {
    const conversation = new Conversation();
    conversation.setMe(1);
    conversation.typed('', 2, 0);
    conversation.typed('hall', 3, 0);
    conversation.typed('', 1, 0);
    expect(conversation.typing('')).toEqual([2]);
    conversation.stoppedTyping('hall', 3);
    expect(conversation.typing('hall')).toEqual([]);
    conversation.tick(5000);
    expect(conversation.typing('')).toEqual([]);
  });
});

describe('arrivals', () => {
  it('forget who came and left again unsaid', () => {
    const arrivals = new Arrivals();
    arrivals.add([2], []);
    arrivals.add([], [2]);
    expect(arrivals.take(0)).toBeNull();
  });
});
