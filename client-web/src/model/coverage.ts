// Coverage, as organisers see it: who is planned, here and missing. Pure: also the order that does not change under a
// reader, and the same as CSV.

import type { CallHow } from './calls';
import type { Span } from './values';

export type AuthorWhere = 'never' | 'notHere' | 'away' | 'here' | 'booth' | 'room';

export interface CoverageAuthor {
  readonly person: number;
  readonly name: string;
  readonly where: AuthorWhere;
  /** The booth's or room's number. */
  readonly at: number;
  readonly call: CallHow;
  readonly calledMs: number;
}

export interface CoverageGap {
  readonly number: number;
  readonly poster: string;
  readonly title: string;
  readonly topic: number;
  readonly authors: readonly CoverageAuthor[];
  /** 0 = not since the server is open. */
  readonly lastHereMs: number;
  readonly waiting: number;
}

export interface TopicCoverage {
  readonly topic: number;
  readonly name: string;
  readonly posters: number;
  readonly planned: number;
  readonly here: number;
}

export interface CoverageSession {
  readonly session: string;
  readonly title: string;
  readonly span: Span;
}

export interface Coverage {
  readonly session: string;
  readonly running: boolean;
  readonly here: number;
  readonly inList: number;
  readonly attended: number;
  readonly planned: number;
  readonly waiting: number;
  readonly waitingAt: number;
  readonly topics: readonly TopicCoverage[];
  readonly gaps: readonly CoverageGap[];
  readonly quiet: readonly number[];
  readonly sessions: readonly CoverageSession[];
  readonly roomsOpen: number;
  readonly inRooms: number;
}

/** Connected, so that a call reaches them. */
export function canBeCalled(gap: CoverageGap): boolean {
  return gap.authors.some((author) => author.where !== 'never' && author.where !== 'notHere');
}

/** How the call stands: the best answer of its authors. */
export function callOf(gap: CoverageGap): { readonly how: CallHow; readonly atMs: number } {
  const order: readonly CallHow[] = ['coming', 'called', 'later'];
  for (const how of order) {
    const author = gap.authors.find((each) => each.call === how);
    if (author) return { how, atMs: author.calledMs };
  }
  return { how: 'none', atMs: 0 };
}

/** Session to show when nothing was chosen: the one that runs, else the next, else the whole event. */
export function sessionNow(sessions: readonly CoverageSession[], nowMs: number): string {
  const running = sessions.find((each) => each.span.startMs <= nowMs && nowMs < each.span.endMs);
  const next = sessions
    .filter((each) => each.span.startMs > nowMs)
    .sort((a, b) => a.span.startMs - b.span.startMs)[0];
  return (running ?? next)?.session ?? '';
}

export interface GapRow {
  readonly gap: CoverageGap;
  /** An author is there now. */
  readonly filled: boolean;
}

/** The rows a reader has before them, in their order: what is gone stays until they ask for the new list. */
export class StableGaps {
  private order_: readonly number[] = [];
  private known_ = new Map<number, CoverageGap>();

  /** Rows as they are now; a gap that was filled has none. */
  rows(gaps: readonly CoverageGap[]): readonly GapRow[] {
    const now = new Map(gaps.map((gap) => [gap.number, gap]));
    for (const gap of gaps) this.known_.set(gap.number, gap);
    return this.order_.flatMap((number) => {
      const gap = now.get(number) ?? this.known_.get(number);
      return gap ? [{ gap, filled: !now.has(number) }] : [];
    });
  }

  /** How many rows would come, go or change their place. */
  changes(gaps: readonly CoverageGap[]): number {
    const next = gaps.map((gap) => gap.number);
    const gone = this.order_.filter((number) => !next.includes(number)).length;
    const come = next.filter((number) => !this.order_.includes(number)).length;
    if (gone + come > 0) return gone + come;
    return next.filter((number, i) => this.order_[i] !== number).length;
  }

  update(gaps: readonly CoverageGap[]): void {
    this.order_ = gaps.map((gap) => gap.number);
    this.known_ = new Map();
  }
}

/** A cell as spreadsheets read it; what they would take for a formula is text. */
function cell(value: string | number): string {
  const text = String(value);
  const plain = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

export function csv(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

const time = (ms: number): string => (ms === 0 ? '' : new Date(ms).toISOString());

/** Column names stay the same in every language: spreadsheets and scripts read them. */
export function gapsCsv(gaps: readonly CoverageGap[], topics: readonly TopicCoverage[]): string {
  return csv(
    ['booth', 'id', 'title', 'topic', 'authors', 'where', 'waiting', 'last_here', 'call'],
    gaps.map((gap) => [
      gap.number,
      gap.poster,
      gap.title,
      topics.find((each) => each.topic === gap.topic)?.name ?? '',
      gap.authors.map((author) => author.name).join('; '),
      gap.authors.map((author) => author.where).join('; '),
      gap.waiting,
      time(gap.lastHereMs),
      callOf(gap).how,
    ]),
  );
}

export function topicsCsv(coverage: Coverage): string {
  return csv(
    ['session', 'topic', 'posters', 'planned', 'here', 'gap'],
    coverage.topics.map((each) => [
      coverage.session,
      each.name,
      each.posters,
      each.planned,
      coverage.running ? each.here : '',
      coverage.running ? each.planned - each.here : each.posters - each.planned,
    ]),
  );
}
