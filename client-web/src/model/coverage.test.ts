import { describe, expect, it } from 'vitest';

import { callOf, canBeCalled, csv, gapsCsv, sessionNow, StableGaps } from './coverage';
import type { CoverageAuthor, CoverageGap } from './coverage';

const author = (part: Partial<CoverageAuthor> = {}): CoverageAuthor => ({
  person: 1,
  name: 'Sam Whitlock',
  where: 'here',
  at: 0,
  call: 'none',
  calledMs: 0,
  ...part,
});
const gap = (number: number, part: Partial<CoverageGap> = {}): CoverageGap => ({
  number,
  poster: `p-${number}`,
  title: `Poster ${number}`,
  topic: 0,
  authors: [author()],
  lastHereMs: 0,
  waiting: 0,
  ...part,
});

describe('gaps', () => {
  it('keep their order under the reader until they ask for the new one', () => {
    const list = new StableGaps();
    list.update([gap(101), gap(102), gap(103)]);
    const later = [gap(103, { waiting: 4 }), gap(104), gap(101)];
    expect(list.rows(later).map(({ gap: each, filled }) => [each.number, each.waiting, filled])).toEqual([
      [101, 0, false],
      [103, 4, false],
    ]);
    expect(list.changes(later)).toBe(2);
    list.update(later);
    expect(list.rows(later).map((each) => each.gap.number)).toEqual([103, 104, 101]);
    expect(list.changes(later)).toBe(0);
    expect(list.changes([gap(104), gap(103), gap(101)])).toBe(2);
  });
  it('that were filled stay as such, once seen', () => {
    const list = new StableGaps();
    list.update([gap(101)]);
    list.rows([gap(101)]);
    expect(list.rows([])).toMatchObject([{ filled: true }]);
  });
  it('are called where somebody hears it', () => {
    expect(canBeCalled(gap(1))).toBe(true);
    expect(canBeCalled(gap(1, { authors: [author({ where: 'never' }), author({ where: 'notHere' })] }))).toBe(
      false,
    );
    expect(canBeCalled(gap(1, { authors: [] }))).toBe(false);
    const answers = [author({ call: 'later', calledMs: 1 }), author({ call: 'coming', calledMs: 2 })];
    expect(callOf(gap(1, { authors: answers }))).toEqual({ how: 'coming', atMs: 2 });
  });
});

describe('the session shown first', () => {
  const at = (session: string, startMs: number, endMs: number) => ({
    session,
    title: session,
    span: { startMs, endMs },
  });
  const sessions = [at('evening', 100, 200), at('morning', 0, 50)];
  it('is the running one, else the next, else none', () => {
    expect(sessionNow(sessions, 10)).toBe('morning');
    expect(sessionNow(sessions, 50)).toBe('evening');
    expect(sessionNow(sessions, 200)).toBe('');
  });
});

describe('as CSV', () => {
  it('quotes what needs it and makes no formulas', () => {
    expect(csv(['a', 'b'], [['=SUM(A1)', -1]])).toBe("a,b\r\n'=SUM(A1),-1\r\n");
    expect(csv(['a'], [['say "hi", now']])).toBe('a\r\n"say ""hi"", now"\r\n');
  });
  it('has a row for each gap', () => {
    const topics = [{ topic: 0, name: 'Vision', posters: 1, planned: 1, here: 0 }];
    expect(gapsCsv([gap(411, { waiting: 2, lastHereMs: 0 })], topics)).toBe(
      'booth,id,title,topic,authors,where,waiting,last_here,call\r\n411,p-411,Poster 411,Vision,Sam Whitlock,here,2,,none\r\n',
    );
  });
});
