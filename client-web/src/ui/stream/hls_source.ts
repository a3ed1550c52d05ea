// A stream by hls.js.
// Owns: the hls.js instance, until destroyed.

import type HlsClass from 'hls.js';
import type { ErrorData, LevelDetails } from 'hls.js';
import type { Piece } from '../../model/stream_dates';
import type { SourceNews, StreamSource } from './stream_source';

export class HlsSource implements StreamSource {
  private readonly hls_: HlsClass;
  private details_: LevelDetails | null = null;
  private pieces_: readonly Piece[] = [];
  private mended_ = false;
  private shows_ = false;
  private captions_ = false;
  private track_: TextTrack | null = null;
  private language_ = '';

  constructor(
    private readonly Hls_: typeof HlsClass,
    private readonly video_: HTMLVideoElement,
    address: string,
    private readonly news_: SourceNews,
  ) {
    const { Events } = Hls_;
    this.hls_ = new Hls_({
      // A worker would come from a blob, which the page's policy does not run.
      enableWorker: false,
      lowLatencyMode: false,
      capLevelToPlayerSize: true,
      backBufferLength: 30,
      maxBufferLength: 20,
      liveDurationInfinity: true,
      // Its own tracks come from data: addresses, which the policy does not let in.
      renderTextTracksNatively: false,
      enableID3MetadataCues: false,
      enableEmsgMetadataCues: false,
      enableDateRangeMetadataCues: false,
    });
    this.hls_.on(Events.LEVEL_LOADED, (_, { details }) => this.read(details));
    this.hls_.on(Events.LEVEL_UPDATED, (_, { details }) => this.read(details));
    this.hls_.on(Events.NON_NATIVE_TEXT_TRACKS_FOUND, () => {
      this.captions_ = true;
      this.showCaptions(this.shows_);
      this.news_.read();
    });
    this.hls_.on(Events.CUES_PARSED, (_, { track, cues }) => this.write(track, cues as readonly VTTCue[]));
    this.hls_.on(Events.ERROR, (_, data) => this.wrong(data));
    this.hls_.loadSource(address);
    this.hls_.attachMedia(video_);
  }

  get live(): boolean {
    return this.details_?.live ?? false;
  }
  get pieces(): readonly Piece[] {
    return this.pieces_;
  }
  get pieceMs(): number {
    return (this.details_?.targetduration ?? 6) * 1000;
  }
  get edge(): number | null {
    return this.hls_.liveSyncPosition;
  }
  get captions(): boolean {
    return this.captions_;
  }

  showCaptions(on: boolean): void {
    this.shows_ = on;
    // The light build knows of none.
    if (this.hls_.subtitleTracks?.length) this.hls_.subtitleTrack = on ? 0 : -1;
    if (this.track_) this.track_.mode = on ? 'showing' : 'hidden';
  }

  destroy(): void {
    if (this.track_) this.track_.mode = 'disabled';
    this.hls_.destroy();
  }

  /** Of one language, the first there is. */
  private write(language: string, cues: readonly VTTCue[]): void {
    this.language_ ||= language;
    if (language !== this.language_) return;
    this.track_ ??= this.video_.addTextTrack('captions');
    this.track_.mode = this.shows_ ? 'showing' : 'hidden';
    for (const cue of cues) this.track_.addCue(cue);
  }

  private read(details: LevelDetails): void {
    this.details_ = details;
    this.pieces_ = details.fragments.map((each) => ({
      start: each.start,
      end: each.end,
      dateMs: each.programDateTime,
    }));
    this.news_.read();
  }

  private wrong({ fatal, type }: ErrorData): void {
    if (!fatal) return;
    const { ErrorTypes } = this.Hls_;
    if (type === ErrorTypes.NETWORK_ERROR) this.news_.failed('gone');
    else if (type === ErrorTypes.MEDIA_ERROR && !this.mended_) {
      this.mended_ = true;
      this.hls_.recoverMediaError();
    } else this.news_.failed('broken');
  }
}
