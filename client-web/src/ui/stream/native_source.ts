// A stream by the browser's own HLS player (Safari on older phones).
// Owns: the address in the video, until destroyed.

import type { Piece } from '../../model/stream_dates';
import { readPlaylist, targetDuration } from '../../model/stream_dates';
import type { SourceNews, StreamSource } from './stream_source';

/** Safari's: when the beginning of the stream's time line was taken. */
type Dated = HTMLVideoElement & { readonly getStartDate?: () => Date };

export class NativeSource implements StreamSource {
  private pieceMs_ = 6000;
  private readonly offs_: (() => void)[] = [];

  constructor(
    private readonly video_: Dated,
    address: string,
    private readonly news_: SourceNews,
  ) {
    this.hear('loadedmetadata', () => this.news_.read());
    this.hear('error', () => this.news_.failed(video_.error?.code === 2 ? 'gone' : 'broken'));
    video_.src = address;
    void this.look(address).catch(() => undefined);
  }

  get live(): boolean {
    return this.video_.duration === Infinity;
  }
  get pieces(): readonly Piece[] {
    const { seekable } = this.video_;
    if (seekable.length === 0) return [];
    const start = seekable.start(0);
    const began = this.video_.getStartDate?.().getTime() ?? NaN;
    const dateMs = Number.isNaN(began) ? null : began + start * 1000;
    return [{ start, end: seekable.end(seekable.length - 1), dateMs }];
  }
  get pieceMs(): number {
    return this.pieceMs_;
  }
  get edge(): number | null {
    const end = this.pieces.at(-1)?.end;
    return end === undefined ? null : end - (3 * this.pieceMs_) / 1000;
  }
  get captions(): boolean {
    return this.tracks().length > 0;
  }

  showCaptions(on: boolean): void {
    this.tracks().forEach((track, i) => (track.mode = on && i === 0 ? 'showing' : 'disabled'));
  }

  destroy(): void {
    this.offs_.forEach((off) => off());
    this.video_.removeAttribute('src');
    this.video_.load();
  }

  private tracks(): readonly TextTrack[] {
    return [...this.video_.textTracks].filter(({ kind }) => kind === 'subtitles' || kind === 'captions');
  }

  private hear(name: string, listener: () => void): void {
    this.video_.addEventListener(name, listener);
    this.offs_.push(() => this.video_.removeEventListener(name, listener));
  }

  /** The browser does not say how long pieces are; the moment everybody sees follows from it. */
  private async look(address: string, deep = false): Promise<void> {
    const text = await (await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' })).text();
    const first = readPlaylist(text)?.first ?? '';
    if (first !== '' && !deep) await this.look(new URL(first, address).href, true);
    else this.pieceMs_ = targetDuration(text) * 1000;
  }
}
