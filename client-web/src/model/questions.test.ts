import { describe, expect, it } from 'vitest';
import {
  KIND_ANSWER,
  KIND_DELETE,
  KIND_EDIT,
  KIND_HIDDEN_BY_AUTHOR,
  KIND_QUESTION,
  KIND_QUESTION_UNNAMED,
  KIND_SHOWN_AGAIN,
  KIND_UNWANTED,
  KIND_WANTED,
} from './channel';
import type { ChannelEvent } from './channel';
import { Channels } from './channels';
import {
  inOrder,
  isOpen,
  isShown,
  myThreads,
  newsOf,
  questionThreads,
  wantsWhenFirstSeen,
} from './questions';
import type { QuestionThread } from './questions';

const ME = 7;
const POSTER = 'poster/1';

function told(...parts: readonly Partial<ChannelEvent>[]): Channels {
  const channels = new Channels();
  channels.arrive(
    parts.map((part, index) => ({
      channel: POSTER,
      number: index + 1,
      clientId: `c${index}`,
      atMs: index,
      author: 2,
      kind: KIND_QUESTION,
      ref: 0,
      text: `t${index + 1}`,
      authorOfPoster: false,
      ...part,
    })),
  );
  return channels;
}

const threads = (channels: Channels): readonly QuestionThread[] => questionThreads(channels.get(POSTER), ME);
const one = (channels: Channels): QuestionThread => {
  const [first] = threads(channels);
  if (!first) throw new Error('no question');
  return first;
};

describe('questions', () => {
  it('have their answers beneath and are found by who asked', () => {
    const channels = told({ author: 5 }, { author: ME }, { kind: KIND_ANSWER, ref: 1, authorOfPoster: true });
    expect(threads(channels).map((thread) => [thread.answers.length, thread.answered])).toEqual([
      [1, true],
      [0, false],
    ]);
    expect(myThreads(threads(channels), ME).map((thread) => thread.question.number)).toEqual([2]);
  });

  it('asked without a name are questions of nobody, and mine to me', () => {
    const channels = told(
      { kind: KIND_QUESTION_UNNAMED, author: 0 },
      { kind: KIND_QUESTION_UNNAMED, author: ME },
      { kind: 22, author: 0, ref: 1 },
      { kind: KIND_EDIT, author: 0, ref: 1, text: 'better' },
    );
    const all = threads(channels);
    expect(all.map(({ question }) => [question.kind, question.author, question.unnamed])).toEqual([
      [KIND_QUESTION, 0, true],
      [KIND_QUESTION, ME, true],
    ]);
    expect(all[0]?.question.text).toBe('better');
    expect(all[0]?.answers[0]?.unnamed).toBe(true);
    expect(myThreads(all, ME)).toHaveLength(1);
  });

  it('count who wants them answered, and whether I do', () => {
    const wants = [
      { kind: KIND_WANTED, ref: 1, author: 0 },
      { kind: KIND_WANTED, ref: 1, author: ME },
    ];
    expect(one(told({}, ...wants))).toMatchObject({ wants: 2, wanted: true });
    const taken = { kind: KIND_UNWANTED, ref: 1, author: ME };
    expect(one(told({}, ...wants, taken))).toMatchObject({ wants: 1, wanted: false });
  });

  it('wait for an author until one of them answered', () => {
    expect(isOpen(one(told({})))).toBe(true);
    expect(isOpen(one(told({}, { kind: KIND_ANSWER, ref: 1 })))).toBe(true);
    const answer = { kind: KIND_ANSWER, ref: 1, authorOfPoster: true };
    expect(isOpen(one(told({}, answer)))).toBe(false);
    expect(isOpen(one(told({}, answer, { kind: KIND_DELETE, ref: 2 })))).toBe(true);
    expect(isShown(one(told({}, { kind: KIND_DELETE, ref: 1 })))).toBe(false);
  });

  it('are hidden with the reason, and shown again by being read again', () => {
    const channels = told({ text: '' }, { kind: KIND_HIDDEN_BY_AUTHOR, ref: 1, text: 'off topic' });
    expect(one(channels).hidden).toEqual({ byAuthor: true, reason: 'off topic', number: 2 });
    expect(isOpen(one(channels))).toBe(false);
    const again: ChannelEvent = {
      channel: POSTER,
      number: 3,
      clientId: 'c3',
      atMs: 3,
      author: 0,
      kind: KIND_SHOWN_AGAIN,
      ref: 1,
      text: '',
      authorOfPoster: false,
    };
    expect(channels.arrive([again, { ...again, number: 4, kind: KIND_WANTED }])).toEqual([POSTER]);
    expect(threads(channels)).toEqual([]);
    expect(channels.get(POSTER).loaded).toBe(false);
    // Who held its words all the time goes on.
    const held = told({}, { kind: KIND_HIDDEN_BY_AUTHOR, ref: 1 });
    expect(held.arrive([again])).toEqual([]);
    expect(one(held).hidden).toBeNull();
  });

  it('that wait come first, the most wanted before the longest waiting, hidden ones last', () => {
    const channels = told(
      { text: 'hidden' },
      { text: 'answered' },
      { text: 'old' },
      { text: 'wanted' },
      { kind: KIND_HIDDEN_BY_AUTHOR, ref: 1 },
      { kind: KIND_ANSWER, ref: 2, authorOfPoster: true },
      { kind: KIND_WANTED, ref: 4 },
    );
    const texts = (by: (thread: QuestionThread) => number): string[] =>
      inOrder(threads(channels), by).map(({ question }) => question.text);
    expect(texts((thread) => thread.wants)).toEqual(['wanted', 'old', 'answered', 'hidden']);
    // What is being read does not move when somebody wants another one.
    const first = wantsWhenFirstSeen();
    expect(texts(first)[0]).toBe('wanted');
    channels.arrive(
      [8, 9].map((number) => ({
        channel: POSTER,
        number,
        clientId: '',
        atMs: 9,
        author: 0,
        kind: KIND_WANTED,
        ref: 3,
        text: '',
        authorOfPoster: false,
      })),
    );
    expect(texts(first)[0]).toBe('wanted');
    expect(texts((thread) => thread.wants)[0]).toBe('old');
  });

  it('have news for who asked: answers of others, and being hidden', () => {
    const thread = one(
      told(
        { author: ME },
        { kind: KIND_ANSWER, ref: 1, author: 3 },
        { kind: KIND_ANSWER, ref: 1, author: ME },
        { kind: KIND_HIDDEN_BY_AUTHOR, ref: 1, author: 0 },
      ),
    );
    expect(newsOf(thread, 0, ME)).toBe(2);
    expect(newsOf(thread, 2, ME)).toBe(1);
    expect(newsOf(thread, 4, ME)).toBe(0);
  });
});
