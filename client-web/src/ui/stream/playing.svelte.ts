// One player: what it does, why it does not, and its place among all who watch. Nothing starts before somebody presses Play.
// Owns: its source and its timers, until `end`.

import { dateOf, timeOf } from '../../model/stream_dates';
import type { Piece } from '../../model/stream_dates';
import { StreamSync } from '../../model/stream_sync';
import { failureOf, openStream } from './stream_source';
import type { StreamFailure, StreamSource } from './stream_source';

export type PlayerState = 'idle' | 'loading' | 'playing' | 'waiting' | 'paused' | 'failed' | 'ended';
/** In step with everybody; on the way there; the stream carries no times; nothing is live. */
export type InStep = 'held' | 'catching' | 'apart' | 'none';

const LOOK_MS = 250;
const RETRY_S = [5, 10, 15] as const;
/** Without dates: so many pieces behind its beginning it goes on from there. */
const FAR_PIECES = 4;

export class Playing {
  state = $state<PlayerState>('idle');
  why = $state<StreamFailure>('gone');
  inStep = $state<InStep>('none');
  live = $state(true);
  captions = $state(false);
  /** Seconds until the next try; 0 = none is planned. */
  retryS = $state(0);
  /** Of a recording. */
  time = $state(0);
  length = $state(0);
  private source_: StreamSource | null = null;
  private video_: HTMLVideoElement | null = null;
  private readonly sync_ = new StreamSync();
  private wanted_ = false;
  private opened_ = 0;
  private tries_ = 0;
  private timer_: ReturnType<typeof setInterval> | undefined;
  private retry_: ReturnType<typeof setInterval> | undefined;
  private readonly offs_: (() => void)[] = [];

  constructor(
    private readonly address_: string,
    private readonly nowMs_: () => number,
  ) {}

  attach(video: HTMLVideoElement): void {
    this.video_ = video;
    this.hear(video, 'playing', () => this.moves());
    this.hear(video, 'waiting', () => this.wanted_ && this.source_ && this.be('waiting'));
    this.hear(video, 'pause', () => this.stops(video));
    this.hear(video, 'ended', () => this.be('ended'));
    this.hear(video, 'timeupdate', () => this.tell(video));
    this.timer_ = setInterval(() => this.keepStep(video), LOOK_MS);
  }

  end(): void {
    clearInterval(this.timer_);
    clearInterval(this.retry_);
    this.offs_.forEach((off) => off());
    this.close();
    this.video_ = null;
  }

  /** A press: also the one that lets the browser play sound. */
  play(): void {
    const video = this.video_;
    if (!video) return;
    this.wanted_ = true;
    if (this.source_ && this.state !== 'failed' && this.state !== 'ended') {
      this.sync_.reset();
      // What is on now, not what was on when it was paused.
      const { edge } = this.source_;
      if (this.live && this.inStep === 'apart' && edge !== null) video.currentTime = edge;
      this.start(video);
      return;
    }
    this.tries_ = 0;
    void this.open(video);
  }

  pause(): void {
    this.wanted_ = false;
    this.video_?.pause();
    if (this.state === 'loading') this.be('paused');
  }

  seek(time: number): void {
    if (this.video_ && !this.live) this.video_.currentTime = time;
  }

  showCaptions(on: boolean): void {
    this.source_?.showCaptions(on);
  }

  private be(state: PlayerState): void {
    this.state = state;
  }

  private async open(video: HTMLVideoElement): Promise<void> {
    clearInterval(this.retry_);
    this.retryS = 0;
    this.wanted_ = true;
    this.close();
    const mine = ++this.opened_;
    this.be('loading');
    this.start(video);
    const current = (): boolean => mine === this.opened_;
    try {
      const source = await openStream(video, this.address_, {
        read: () => current() && this.read(video),
        failed: (why) => current() && this.fail(why),
      });
      if (current()) this.source_ = source;
      else source.destroy();
    } catch (thrown) {
      if (current()) this.fail(failureOf(thrown));
    }
  }

  private close(): void {
    this.opened_ += 1;
    this.source_?.destroy();
    this.source_ = null;
    this.sync_.reset();
    this.inStep = 'none';
  }

  private read(video: HTMLVideoElement): void {
    if (!this.source_) return;
    this.live = this.source_.live;
    this.captions = this.source_.captions;
    if (this.wanted_ && video.paused) this.start(video);
  }

  private start(video: HTMLVideoElement): void {
    video.play().catch((why: unknown) => {
      // The browser wants a press of its own: the button is there.
      if (why instanceof DOMException && why.name === 'NotAllowedError') {
        this.wanted_ = false;
        this.be('paused');
      }
    });
  }

  private moves(): void {
    this.tries_ = 0;
    this.be('playing');
  }

  private stops(video: HTMLVideoElement): void {
    if (this.state === 'playing' || this.state === 'waiting') {
      if (!video.ended) this.be('paused');
      this.wanted_ = false;
      this.inStep = 'none';
    }
  }

  private fail(why: StreamFailure): void {
    this.close();
    this.video_?.pause();
    this.why = why;
    this.be('failed');
    if (why !== 'gone') return;
    this.retryS = RETRY_S[Math.min(this.tries_, RETRY_S.length - 1)] ?? 15;
    this.tries_ += 1;
    this.retry_ = setInterval(() => {
      this.retryS -= 1;
      if (this.retryS <= 0 && this.video_) void this.open(this.video_);
    }, 1000);
  }

  private tell(video: HTMLVideoElement): void {
    if (this.live) return;
    this.time = video.currentTime;
    this.length = Number.isFinite(video.duration) ? video.duration : 0;
  }

  private keepStep(video: HTMLVideoElement): void {
    const source = this.source_;
    if (!source || !this.live || (this.state !== 'playing' && this.state !== 'waiting')) return;
    const { pieces, pieceMs } = source;
    const newest = pieces.at(-1);
    if (!newest) return;
    const shownMs = dateOf(pieces, video.currentTime);
    const newestMs = dateOf(pieces, newest.end);
    if (shownMs === null || newestMs === null) {
      this.inStep = 'apart';
      this.keepNear(video, source);
      return;
    }
    const moving = !video.paused && !video.seeking && video.readyState >= video.HAVE_FUTURE_DATA;
    const step = this.sync_.step({ nowMs: this.nowMs_(), shownMs, newestMs, pieceMs, moving });
    if (video.playbackRate !== step.rate) video.playbackRate = step.rate;
    this.inStep = step.held ? 'held' : 'catching';
    if (step.jumpTo !== null) this.jump(video, pieces, step.jumpTo);
  }

  private jump(video: HTMLVideoElement, pieces: readonly Piece[], dateMs: number): void {
    const time = timeOf(pieces, dateMs);
    const first = pieces[0];
    const last = pieces.at(-1);
    if (time === null || !first || !last) return;
    video.currentTime = Math.min(Math.max(time, first.start + 0.1), last.end - 0.1);
  }

  private keepNear(video: HTMLVideoElement, { edge, pieceMs }: StreamSource): void {
    if (edge !== null && edge - video.currentTime > (FAR_PIECES * pieceMs) / 1000) video.currentTime = edge;
  }

  private hear(video: HTMLVideoElement, name: string, listener: () => void): void {
    video.addEventListener(name, listener);
    this.offs_.push(() => video.removeEventListener(name, listener));
  }
}
