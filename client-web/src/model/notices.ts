// What is told once, in a line: an answer that was no, an invitation, a banner. One banner at a time; nothing rings twice.

import { Observed } from './observed';
import type { Refusal } from './values';

export type Tone = 'brand' | 'clay' | 'leaf';

export type NoticeContent =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'asked'; readonly person: number }
  | { readonly kind: 'answered'; readonly person: number; readonly accepted: boolean }
  | { readonly kind: 'posterReplaced'; readonly number: number }
  | { readonly kind: 'blocked'; readonly person: number; readonly on: boolean }
  | { readonly kind: 'measured'; readonly person: number; readonly measure: number }
  | { readonly kind: 'reports'; readonly count: number }
  | { readonly kind: 'posterRequests'; readonly count: number }
  | { readonly kind: 'lifted'; readonly measure: number }
  | { readonly kind: 'connected' }
  | { readonly kind: 'roomClosed' | 'roomSeated' | 'roomPutOut'; readonly room: number }
  | { readonly kind: 'tourDone' }
  | { readonly kind: 'noSuchPoster'; readonly name: string };

export interface Notice {
  readonly id: number;
  readonly tone: Tone;
  readonly untilMs: number;
  readonly content: NoticeContent;
}

export interface Invite {
  readonly invitation: number;
  readonly kind: 'talk' | 'walk';
  readonly person: number;
  readonly visitor: number;
}

const SHOWN_MS = 6000;

export class Notices extends Observed {
  private notices_: readonly Notice[] = [];
  private invites_: readonly Invite[] = [];
  private count_ = 0;
  private announcementSeen_ = 0;
  private lifeSeen_ = '';

  get current(): Notice | null {
    return this.notices_[0] ?? null;
  }
  get invites(): readonly Invite[] {
    return this.invites_;
  }
  /** Announcements up to this number were dismissed. */
  get announcementSeen(): number {
    return this.announcementSeen_;
  }

  /** That the hall closes, or has closed, was read: the phase it was read in. */
  get lifeSeen(): string {
    return this.lifeSeen_;
  }

  seeLife(phase: string): void {
    this.lifeSeen_ = phase;
    this.changed();
  }

  tell(tone: Tone, content: NoticeContent, nowMs: number): void {
    const same = this.notices_.find((each) => JSON.stringify(each.content) === JSON.stringify(content));
    if (same) return;
    this.count_ += 1;
    const last = this.notices_[this.notices_.length - 1];
    const from = Math.max(nowMs, last?.untilMs ?? 0);
    this.notices_ = [...this.notices_, { id: this.count_, tone, content, untilMs: from + SHOWN_MS }].slice(
      -4,
    );
    this.changed();
  }

  dismiss(id: number): void {
    this.notices_ = this.notices_.filter((notice) => notice.id !== id);
    this.changed();
  }

  tick(nowMs: number): void {
    const left = this.notices_.filter((notice) => notice.untilMs > nowMs);
    if (left.length === this.notices_.length) return;
    this.notices_ = left;
    this.changed();
  }

  invite(invite: Invite): void {
    this.invites_ = [
      ...this.invites_.filter((each) => each.person !== invite.person || each.kind !== invite.kind),
      invite,
    ];
    this.changed();
  }

  answered(invitation: number): void {
    this.invites_ = this.invites_.filter((each) => each.invitation !== invitation);
    this.changed();
  }

  seeAnnouncement(number: number): void {
    this.announcementSeen_ = Math.max(this.announcementSeen_, number);
    this.changed();
  }
}
