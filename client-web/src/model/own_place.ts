// Where I am: predicted here, checked by the server, put right when it says otherwise.
// Every wish has a sequence of 8 bits; my record carries the one the server took last.

import { Observed } from './observed';
import { packPlace } from './place';
import type { PackedPlace } from './place';
import { tileOf } from './geometry';
import type { PlanView, Point, Tile } from './scene_view';
import { Walker } from './walker';

/** At most 20 wishes a second are taken (client.proto); this leaves room. */
const SEND_EVERY_MS = 66;
/** Longest piece of a walk between two wishes: the straight way between them must be free. */
const SLICE_MS = 66;
/**
 * A slow frame is walked in full up to this. The server lets one earn a second (server/domain/walking.hpp): what is left of
 * it is for wishes that come late.
 */
const LONGEST_FRAME_MS = 600;
/** The same old sequence for this long, while newer wishes are out: they were refused. */
const REFUSED_AFTER_MS = 400;
/**
 * So much of a frame counts as waiting for the server. In a longer one nothing could be heard, and what has come meanwhile
 * is read only after it.
 */
const LONGEST_WAIT_MS = 100;

interface Wish {
  readonly sequence: number;
  readonly word: number;
  /** By waitedMs_. */
  readonly atMs: number;
}

export interface MoveWish {
  readonly sequence: number;
  readonly place: number;
}

export class OwnPlace extends Observed {
  readonly walker = new Walker();
  private sequence_ = 0;
  private wishes_: Wish[] = [];
  private lastSentWord_ = 0;
  private lastSentMs_ = -Infinity;
  /** The last record's sequence, and when it came to be that. */
  private heard_ = 0;
  private heardMs_ = -Infinity;
  /** The clock of waiting for the server's word: it stands still while this page hears nothing. */
  private waitedMs_ = 0;
  private known_ = false;
  private tile_: Tile = { x: 0, y: 0 };
  /** Counts the times the server put me elsewhere than I thought. */
  private corrections_ = 0;
  /** Put right on a clicked walk, or at its end: where it leads. It has ended unless it is planned anew at once. */
  onPutRight: ((goal: Point) => void) | null = null;

  get corrections(): number {
    return this.corrections_;
  }
  get known(): boolean {
    return this.known_;
  }
  get point(): Point {
    return { x: this.walker.x, y: this.walker.y };
  }
  /** The same as a record's second word. */
  get word(): number {
    return packPlace(this.walker.x, this.walker.y, this.walker.facing);
  }
  /** The tile I stand in; tells its readers when it is another. */
  get tile(): Tile {
    return this.tile_;
  }

  setPlan(plan: PlanView): void {
    this.walker.setPlan(plan);
  }

  /** The server says where I am: entering, or set down. */
  put(place: PackedPlace, sequence: number): void {
    this.walker.place(place.x, place.y, place.facing);
    this.sequence_ = sequence & 0xff;
    this.wishes_ = [];
    this.lastSentWord_ = packPlace(place.x, place.y, place.facing);
    this.known_ = true;
    this.tile_ = tileOf(this.point);
    this.changed();
  }

  /** One frame of my own walking. Returns the wishes to send, oldest first. */
  tick(passedMs: number, nowMs: number): readonly MoveWish[] {
    const wishes: MoveWish[] = [];
    let left = Math.min(Math.max(0, passedMs), LONGEST_FRAME_MS);
    let at = nowMs - left;
    this.waitedMs_ += Math.min(left, LONGEST_WAIT_MS);
    do {
      const slice = Math.min(left, SLICE_MS);
      left -= slice;
      at += slice;
      this.walker.update(slice);
      const wish = this.wish(at);
      if (wish) wishes.push(wish);
    } while (left > 0);
    const tile = tileOf(this.point);
    if (tile.x !== this.tile_.x || tile.y !== this.tile_.y) {
      this.tile_ = tile;
      this.changed();
    }
    return wishes;
  }

  private wish(nowMs: number): MoveWish | null {
    const word = packPlace(this.walker.x, this.walker.y, this.walker.facing);
    if (!this.known_ || word === this.lastSentWord_ || nowMs - this.lastSentMs_ < SEND_EVERY_MS) return null;
    this.sequence_ = (this.sequence_ + 1) & 0xff;
    this.lastSentWord_ = word;
    this.lastSentMs_ = nowMs;
    this.wishes_.push({ sequence: this.sequence_, word, atMs: this.waitedMs_ });
    if (this.wishes_.length > 120) this.wishes_.shift();
    return { sequence: this.sequence_, place: word };
  }

  /** My record as the server has it. True when it put me right. */
  confirm(record: PackedPlace & { readonly sequence: number }): boolean {
    const word = packPlace(record.x, record.y, record.facing);
    // While sequences go on, the server answers what was under way when it put me right: on a slow line that takes longer
    // than a refusal, and says nothing of what was walked since.
    if (record.sequence !== this.heard_) this.heardMs_ = this.waitedMs_;
    this.heard_ = record.sequence;
    const at = this.wishes_.findIndex((wish) => wish.sequence === record.sequence);
    const wish = this.wishes_[at];
    if (wish) {
      this.wishes_.splice(0, at + 1);
      return samePlace(wish.word, word) ? false : this.correct(record);
    }
    // A sequence I have not sent yet is the server's: it set me down there (server/hall/avatars.cpp jumps ahead by more
    // than can be under way). It says so once and takes no older wish after it.
    if (!this.sent(record.sequence)) return this.correct(record);
    const oldest = this.wishes_[0];
    if (oldest) {
      const silentMs = this.waitedMs_ - Math.max(oldest.atMs, this.heardMs_);
      return silentMs > REFUSED_AFTER_MS ? this.correct(record) : false;
    }
    if (record.sequence === this.sequence_ && samePlace(this.lastSentWord_, word)) return false;
    return this.correct(record);
  }

  private correct(record: PackedPlace & { readonly sequence: number }): boolean {
    this.corrections_ += 1;
    // Wishes made meanwhile are under way: the next one must still be newer than they are.
    const refused = this.sent(record.sequence);
    const { goal } = this.walker;
    this.put(record, refused ? this.sequence_ : record.sequence);
    // Who was set down is where they are meant to be: what they walked to is over.
    if (refused && goal) this.onPutRight?.(goal);
    return true;
  }

  /** Eight bits that wrap: up to 127 behind the newest is one of mine. */
  private sent(sequence: number): boolean {
    return ((this.sequence_ - sequence) & 0xff) < 128;
  }
}

/** The same pixel or the next one: both sides round. */
function samePlace(a: number, b: number): boolean {
  return Math.abs((a >>> 18) - (b >>> 18)) <= 1 && Math.abs(((a >>> 4) & 0x3fff) - ((b >>> 4) & 0x3fff)) <= 1;
}
