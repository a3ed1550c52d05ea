// How the connection to the hall is, in terms a person would use.

import { Observed } from './observed';

export type LinkPhase =
  /** Coming in, or coming back. */
  | 'connecting'
  | 'live'
  /** Lost; tries again at retryAtMs. */
  | 'waiting'
  /** Answers by HTTP, but the live connection cannot be opened. Keeps trying. */
  | 'blocked'
  /** Signed out or revoked. */
  | 'ended'
  /** More tabs than may be live. */
  | 'replaced'
  /** I left. */
  | 'left'
  /** Put out by the organisers; I may come back. */
  | 'removed'
  /** Not let in. */
  | 'banned'
  /** The doors are not open yet for me. */
  | 'early'
  /** The event is over, and its posters are no longer shown. */
  | 'over';

export class LinkState extends Observed {
  private phase_: LinkPhase = 'connecting';
  private retryAtMs_ = 0;
  private everLive_ = false;
  private build_ = '';
  private newerBuild_ = false;

  get phase(): LinkPhase {
    return this.phase_;
  }
  get live(): boolean {
    return this.phase_ === 'live';
  }
  get retryAtMs(): number {
    return this.retryAtMs_;
  }
  get everLive(): boolean {
    return this.everLive_;
  }
  get newerBuild(): boolean {
    return this.newerBuild_;
  }
  /** The build this page was served as. */
  get build(): string {
    return this.build_;
  }

  setBuild(build: string): void {
    this.build_ = build;
  }

  /** The build the server serves now. */
  serverBuild(build: string): void {
    if (this.build_ === '') this.build_ = build;
    const newer = build !== '' && build !== this.build_;
    if (newer === this.newerBuild_) return;
    this.newerBuild_ = newer;
    this.changed();
  }

  set(phase: LinkPhase, retryAtMs = 0): void {
    this.phase_ = phase;
    this.retryAtMs_ = retryAtMs;
    if (phase === 'live') this.everLive_ = true;
    this.changed();
  }
}
