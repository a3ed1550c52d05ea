// My programme: the sessions I chose, those I host, and my shifts. Set at once here, stored by the server, the same on
// my phone.

import { Observed } from './observed';
import type { Span } from './values';

export interface MyShift {
  /** Key of the poster I tend. */
  readonly poster: number;
  readonly span: Span;
}

export interface MyProgrammeContent {
  /** Ids, as chosen. */
  readonly sessions: readonly string[];
  /** Ids of breakouts I host. */
  readonly hosting: readonly string[];
  readonly shifts: readonly MyShift[];
  /** When the address of my calendar was made, 0 = there is none. */
  readonly calendarMs: number;
}

export class MyProgramme extends Observed {
  private chosen_ = new Set<string>();
  private hosting_ = new Set<string>();
  private shifts_: readonly MyShift[] = [];
  private calendarMs_ = 0;
  private loaded_ = false;

  get loaded(): boolean {
    return this.loaded_;
  }
  get shifts(): readonly MyShift[] {
    return this.shifts_;
  }
  get calendarMs(): number {
    return this.calendarMs_;
  }

  /** Chosen by hand. */
  chosen(session: string): boolean {
    return this.chosen_.has(session);
  }
  hosting(session: string): boolean {
    return this.hosting_.has(session);
  }
  /** Chosen, or there by itself. */
  has(session: string): boolean {
    return this.chosen_.has(session) || this.hosting_.has(session);
  }

  set(content: MyProgrammeContent): void {
    this.chosen_ = new Set(content.sessions);
    this.hosting_ = new Set(content.hosting);
    this.shifts_ = content.shifts;
    this.calendarMs_ = content.calendarMs;
    this.loaded_ = true;
    this.changed();
  }

  choose(session: string, on: boolean): void {
    if (on) this.chosen_.add(session);
    else this.chosen_.delete(session);
    this.changed();
  }

  setCalendar(atMs: number): void {
    this.calendarMs_ = atMs;
    this.changed();
  }
}
