// Where a player's pictures come from: an HLS playlist by hls.js, or by the browser itself where scripts cannot feed a
// player. hls.js is loaded when somebody presses Play: its light build, or the whole one for streams that have captions or
// sound in playlists of their own.

import type { Piece } from '../../model/stream_dates';
import { readPlaylist } from '../../model/stream_dates';
import type { PlaylistText } from '../../model/stream_dates';

/** It does not answer; what comes is no stream; the page was made before the stream was allowed. */
export type StreamFailure = 'gone' | 'broken' | 'blocked';

export interface StreamSource {
  /** Grows at its end; else the whole is there. */
  readonly live: boolean;
  /** Of the playlist as it is now. */
  readonly pieces: readonly Piece[];
  readonly pieceMs: number;
  /** Where a live stream is begun that carries no dates; null = not known. */
  readonly edge: number | null;
  readonly captions: boolean;
  showCaptions(on: boolean): void;
  destroy(): void;
}

export interface SourceNews {
  /** The playlist is read, or has changed. */
  readonly read: () => void;
  readonly failed: (why: StreamFailure) => void;
}

/** Tells a request that this page's policy refused from one that nobody answered. */
class PolicyWatch {
  private refused_ = false;

  constructor(private readonly origin_: string) {
    document.addEventListener('securitypolicyviolation', this.seen);
  }

  end(): void {
    document.removeEventListener('securitypolicyviolation', this.seen);
  }

  /** The refusal is told a little later than the request fails. */
  async why(): Promise<StreamFailure> {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return this.refused_ ? 'blocked' : 'gone';
  }

  private readonly seen = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
    this.refused_ ||= blockedURI.startsWith(this.origin_);
  };
}

/** Throws a StreamFailure. */
export async function openStream(
  video: HTMLVideoElement,
  address: string,
  news: SourceNews,
): Promise<StreamSource> {
  const text = await firstLook(address);
  if ('MediaSource' in window || 'ManagedMediaSource' in window) {
    const { HlsSource } = await import('./hls_source');
    const { default: Hls } = await (text.apart ? import('hls.js') : import('hls.js/light'));
    if (Hls.isSupported()) return new HlsSource(Hls, video, address, news);
  }
  if (video.canPlayType('application/vnd.apple.mpegurl') === '') throw failure('broken');
  const { NativeSource } = await import('./native_source');
  return new NativeSource(video, address, news);
}

/** As something thrown. */
function failure(why: StreamFailure): Error {
  return new Error(why);
}

export function failureOf(thrown: unknown): StreamFailure {
  const why = thrown instanceof Error ? thrown.message : '';
  return why === 'gone' || why === 'blocked' ? why : 'broken';
}

async function firstLook(address: string): Promise<PlaylistText> {
  const watch = new PolicyWatch(new URL(address).origin);
  try {
    const answer = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    }).catch(() => null);
    if (!answer) throw failure(await watch.why());
    if (!answer.ok) throw failure('gone');
    const text = readPlaylist(await answer.text());
    if (!text) throw failure('broken');
    return text;
  } finally {
    watch.end();
  }
}
