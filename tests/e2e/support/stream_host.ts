// A host of live streams on loopback: an HLS stream of fMP4 pieces with their dates, made once by ffmpeg. Its brightness
// says when a picture was taken (a ramp that begins anew every twenty seconds), so that what two pages show is compared by
// their pictures and not by what they say of themselves.
// Owns: its listener, and the folder of pieces.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { work } from './paths';

/** Seconds of a piece; how many a playlist names; seconds of the ramp. */
const PIECE = 2;
const NAMED = 8;
export const RAMP = 20;
const DARKEST = 20;
const STEPS = 200;

export class StreamHost {
  /** No answers: a stream that has not begun. */
  silent = false;
  private readonly began_ = Math.floor(Date.now() / 1000) * 1000;
  private constructor(
    private readonly server_: Server,
    private readonly folder_: string,
  ) {
    server_.on('request', (asked, answer) => this.answer(new URL(asked.url ?? '/', 'http://host').pathname, answer));
  }

  static async open(): Promise<StreamHost> {
    mkdirSync(work, { recursive: true });
    const folder = mkdtempSync(join(work, 'stream-'));
    // One ramp: the host sends it again and again.
    const ramp = `color=c=black:s=96x54:r=10:d=${RAMP},format=gray,geq=lum='${DARKEST}+mod(T,${RAMP})*${STEPS / RAMP}'`;
    await ffmpeg('-f', 'lavfi', '-i', ramp, '-f', 'lavfi', '-i', `anullsrc=r=48000:cl=mono:d=${RAMP}`, '-t', String(RAMP),
      '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-qp', '12', '-g', String(PIECE * 10), '-keyint_min', String(PIECE * 10),
      '-sc_threshold', '0', '-c:a', 'aac', '-b:a', '32k', '-f', 'hls', '-hls_time', String(PIECE), '-hls_list_size', '0',
      '-hls_segment_type', 'fmp4', '-hls_fmp4_init_filename', 'init.mp4', '-hls_segment_filename', join(folder, 'piece%d.m4s'), join(folder, 'all.m3u8'));
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new StreamHost(server, folder);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server_.address() as AddressInfo).port}`;
  }
  get live(): string {
    return `${this.origin}/live/main.m3u8`;
  }
  get captioned(): string {
    return `${this.origin}/captioned/main.m3u8`;
  }
  get recording(): string {
    return `${this.origin}/all.m3u8`;
  }

  async close(): Promise<void> {
    this.server_.closeAllConnections();
    await new Promise<void>((resolve) => this.server_.close(() => resolve()));
    rmSync(this.folder_, { recursive: true, force: true });
  }

  private answer(path: string, answer: ServerResponse): void {
    const send = (type: string, body: string | Buffer): void => {
      answer.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' });
      answer.end(body);
    };
    const piece = /\/(init\.mp4|piece\d+\.m4s)$/.exec(path)?.[1];
    const playlist = 'application/vnd.apple.mpegurl';
    if (this.silent) answer.destroy();
    else if (piece) send('video/mp4', readFileSync(join(this.folder_, piece)));
    else if (path === '/live/main.m3u8' || path === '/live/pieces.m3u8') send(playlist, this.livePlaylist());
    else if (path === '/captioned/main.m3u8') send(playlist, CAPTIONED);
    else if (path === '/captioned/words.m3u8') send(playlist, this.livePlaylist('words'));
    else if (/\/words\d*\.vtt$/.test(path)) send('text/vtt', `WEBVTT\n\n00:00:00.000 --> 10:00:00.000\nWords of the talk\n`);
    else if (path === '/all.m3u8') send(playlist, readFileSync(join(this.folder_, 'all.m3u8')));
    else answer.writeHead(404, { 'Access-Control-Allow-Origin': '*' }).end();
  }

  /** The last pieces whose last picture was taken by now. */
  private livePlaylist(words = ''): string {
    const perRamp = RAMP / PIECE;
    const ready = Math.floor((Date.now() - this.began_) / 1000 / PIECE) + perRamp;
    const first = Math.max(0, ready - NAMED);
    const lines = ['#EXTM3U', '#EXT-X-VERSION:7', `#EXT-X-TARGETDURATION:${PIECE}`, `#EXT-X-MEDIA-SEQUENCE:${first}`];
    lines.push(`#EXT-X-DISCONTINUITY-SEQUENCE:${Math.floor(first / perRamp)}`);
    if (words === '') lines.push('#EXT-X-MAP:URI="/init.mp4"');
    for (let at = first; at < ready; at++) {
      if (at % perRamp === 0 && at > first) lines.push('#EXT-X-DISCONTINUITY');
      lines.push(`#EXT-X-PROGRAM-DATE-TIME:${new Date(this.takenMs(at)).toISOString()}`, `#EXTINF:${PIECE}.0,`);
      lines.push(words === '' ? `/piece${at % perRamp}.m4s` : `/${words}${at}.vtt`);
    }
    return `${lines.join('\n')}\n`;
  }

  /** When the first picture of a piece was taken: whole ramps begin at whole ramps after the host began. */
  private takenMs(piece: number): number {
    return this.began_ + (piece - RAMP / PIECE) * PIECE * 1000;
  }
}

const CAPTIONED = [
  '#EXTM3U',
  '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="words",NAME="English",LANGUAGE="en",AUTOSELECT=YES,URI="words.m3u8"',
  '#EXT-X-STREAM-INF:BANDWIDTH=200000,CODECS="avc1.42c00a,mp4a.40.2",SUBTITLES="words"',
  '/live/pieces.m3u8',
  '',
].join('\n');

function ffmpeg(...args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args], (error, _, said) =>
      error ? reject(new Error(`ffmpeg made no stream: ${said || error.message}`)) : resolve(),
    );
  });
}

/** Seconds two places on the ramp are apart. */
export function apart(one: number, other: number): number {
  const off = Math.abs(one - other) % RAMP;
  return Math.min(off, RAMP - off);
}

/** Where on the ramp a picture of this brightness is. */
export const secondsOf = (brightness: number): number => ((brightness - DARKEST) * RAMP) / STEPS;

/** Runs in the page: the brightness of the picture its player shows; null = none. */
export function brightness(): number | null {
  const video = document.querySelector('video');
  if (!video || video.readyState < 2) return null;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 4;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.drawImage(video, 0, 0, 4, 4);
  const { data } = pen.getImageData(1, 1, 1, 1);
  return data[1] ?? null;
}
