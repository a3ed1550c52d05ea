// What organisers announce to a room, to authors of unattended posters, or at a time, as the server lists it.

import { Observed } from './observed';

/** Audience of announce.proto. */
export const TO_EVERYBODY = 1;
export const TO_ROOM = 2;
export const TO_UNATTENDED = 3;

/** AnnouncementState of announce.proto. */
export const WAITS = 1;
export const GIVEN = 2;
export const WITHDRAWN = 3;

/** Code points. */
export const ANNOUNCEMENT_AT_MOST = 500;

export interface Announcement {
  readonly number: number;
  readonly person: number;
  readonly name: string;
  readonly atMs: number;
  readonly to: number;
  readonly room: number;
  /** 0 = at once. */
  readonly dueMs: number;
  readonly text: string;
  readonly state: number;
  readonly settledMs: number;
  /** Given to authors: how many. */
  readonly reached: number;
}

export class Announcements extends Observed {
  private all_: readonly Announcement[] = [];
  private known_ = false;

  /** The server has told what there is. */
  get known(): boolean {
    return this.known_;
  }

  /** What waits, the soonest first. */
  get waiting(): readonly Announcement[] {
    return this.all_
      .filter((each) => each.state === WAITS)
      .sort((a, b) => a.dueMs - b.dueMs || a.number - b.number);
  }

  /** What was given or withdrawn, the latest first. */
  get settled(): readonly Announcement[] {
    return this.all_.filter((each) => each.state !== WAITS).sort((a, b) => b.settledMs - a.settledMs);
  }

  told(all: readonly Announcement[]): void {
    this.all_ = all;
    this.known_ = true;
    this.changed();
  }
}
