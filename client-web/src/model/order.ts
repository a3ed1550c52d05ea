// Keeping order, as one person sees it: the measures on me, whom I blocked, and for moderators what waits for them.

import { Observed } from './observed';
import type { Profile } from './values';

export const WARN = 1;
export const MUTE = 2;
export const REMOVE = 3;
export const BAN = 4;

/** What everybody may know of a measure who may know of it. */
interface MeasureFacts {
  readonly measure: number;
  readonly kind: number;
  readonly reason: string;
  readonly atMs: number;
  /** Of a mute or ban; 0 = until lifted. */
  readonly untilMs: number;
  readonly lifted: boolean;
}

/** A measure on me. */
export interface MyMeasure extends MeasureFacts {
  /** The event's: how to ask for a review. */
  readonly contact: string;
  /** I have read it, in this tab or another. */
  readonly seen: boolean;
}

/** A measure as moderators read it. */
export interface MeasureRow extends MeasureFacts {
  readonly person?: Profile | undefined;
  readonly by?: Profile | undefined;
  readonly mayLift: boolean;
}

export interface ReportRow {
  readonly report: number;
  readonly atMs: number;
  readonly by?: Profile | undefined;
  readonly about?: Profile | undefined;
  readonly reason: string;
  readonly channel: string;
  readonly message: string;
  readonly lines: readonly {
    readonly person: number;
    readonly name: string;
    readonly text: string;
    readonly atMs: number;
    /** The reporter says so; the hall has not kept it. */
    readonly asReported: boolean;
  }[];
  readonly measures: readonly MeasureRow[];
}

/** Whom a dialog is about, and from where it was opened. */
export interface About {
  readonly person: number;
  /** A stored message: its channel and number. */
  readonly channel: string;
  readonly number: number;
  /** The measure that is chosen first. */
  readonly kind: number;
  /** The report it answers, 0 = none. */
  readonly report: number;
}

const NOBODY: About = { person: 0, channel: '', number: 0, kind: WARN, report: 0 };

/** A mute or ban in force. */
export function holds(measure: MeasureFacts, nowMs: number): boolean {
  const lasting = measure.kind === MUTE || measure.kind === BAN;
  return lasting && !measure.lifted && (measure.untilMs === 0 || nowMs < measure.untilMs);
}

export class Order extends Observed {
  private measures_: readonly MyMeasure[] = [];
  private readonly seen_ = new Set<number>();
  private blocked_: ReadonlySet<number> = new Set();
  private openReports_ = 0;
  private about_: About = NOBODY;

  get about(): About {
    return this.about_;
  }
  get openReports(): number {
    return this.openReports_;
  }
  /** The oldest one I have not read; a mute that ended meanwhile is not worth a word. */
  toRead(nowMs: number): MyMeasure | null {
    const left = this.measures_.filter((each) => !this.seen_.has(each.measure) && !each.lifted);
    return left.find((each) => each.kind === WARN || each.kind === REMOVE || holds(each, nowMs)) ?? null;
  }
  /** The mute in force that lasts longest. */
  muted(nowMs: number): MyMeasure | null {
    return this.longest(MUTE, nowMs);
  }
  /** Why the door is closed: the ban in force, else the newest removal. */
  outside(banned: boolean, nowMs: number): MyMeasure | null {
    if (banned) return this.longest(BAN, nowMs) ?? this.newest(BAN);
    return this.newest(REMOVE);
  }
  blocks(person: number): boolean {
    return this.blocked_.has(person);
  }
  isSeen(measure: number): boolean {
    return this.seen_.has(measure);
  }

  told(measure: MyMeasure): void {
    if (measure.seen) this.seen_.add(measure.measure);
    this.measures_ = [...this.measures_.filter((each) => each.measure !== measure.measure), measure].sort(
      (a, b) => a.measure - b.measure,
    );
    this.changed();
  }

  read(measure: number): void {
    this.seen_.add(measure);
    this.changed();
  }

  /** The door is open again: whatever closed it holds no more. */
  bansLifted(): void {
    this.measures_ = this.measures_.map((each) => (each.kind === BAN ? { ...each, lifted: true } : each));
    this.changed();
  }

  setBlocked(persons: readonly number[]): void {
    this.blocked_ = new Set(persons);
    this.changed();
  }

  /** True when more wait than before. */
  setOpenReports(count: number): boolean {
    const more = count > this.openReports_;
    this.openReports_ = count;
    this.changed();
    return more;
  }

  speakOf(about: Partial<About>): void {
    this.about_ = { ...NOBODY, ...about };
    this.changed();
  }

  private longest(kind: number, nowMs: number): MyMeasure | null {
    const end = (measure: MyMeasure): number => (measure.untilMs === 0 ? Infinity : measure.untilMs);
    const found = this.measures_.filter((each) => each.kind === kind && holds(each, nowMs));
    return found.sort((a, b) => end(b) - end(a))[0] ?? null;
  }

  private newest(kind: number): MyMeasure | null {
    return this.measures_.findLast((each) => each.kind === kind) ?? null;
  }
}
