// What is known of posters' files on their way up, live and before (proto/posterhall/v1/api.proto).

import type { TextPanel } from './api';

export interface PosterFile {
  /** Hash. */
  readonly file: string;
  readonly fileType: string;
  readonly bytes: number;
  /** As it was called when it was uploaded. */
  readonly name: string;
  readonly thumbnail: string;
  readonly picture: string;
  readonly width: number;
  readonly height: number;
  readonly tiles: string;
  readonly tileSize: number;
  readonly levels: number;
  readonly fullWidth: number;
  readonly fullHeight: number;
  readonly pages: number;
  /** Points; 0 = no text. */
  readonly smallestTypePt: number;
  readonly hasText: boolean;
}

export type UploadState =
  'none' | 'receiving' | 'waiting' | 'preview' | 'ready' | 'refused' | 'live' | 'asked';

export interface Upload {
  readonly id: string;
  /** Its id; of slides that of slidesOf. */
  readonly poster: string;
  readonly name: string;
  readonly size: number;
  /** Bytes that are at the server. */
  readonly offset: number;
  /** At most so many bytes at once. */
  readonly chunk: number;
  readonly state: UploadState;
  /** In the queue, from 1 = is being worked on; 0 = in none. */
  readonly place: number;
  readonly waitS: number;
  /** Words that follow on the file's name. */
  readonly refused: string;
  readonly file: PosterFile | null;
  /** False after the freeze time: ask the organiser. */
  readonly mayPutUp: boolean;
  readonly version: number;
  readonly request: number;
  /** Slides, once ready: how many, and the hash of their list. */
  readonly pages: number;
  readonly list: string;
}

/** What a file is for: a poster, or the slides of a session (slidesOf). */
export interface UploadTarget {
  readonly id: string;
  readonly session?: string;
}

/** The place of a session’s slides among the uploads: no poster’s id has a line end in it. */
export function slidesOf(session: string): UploadTarget {
  return { id: `slides\n${session}`, session };
}

export interface PosterVersion {
  readonly version: number;
  readonly live: boolean;
  readonly file: PosterFile;
  readonly note: string;
  readonly atMs: number;
  /** Name; '' = the command line. */
  readonly by: string;
  readonly byAuthor: boolean;
  /** It brought that version back; 0 = a new file. */
  readonly sameAs: number;
}

/** A file that waits for an organiser's word. */
export interface PosterRequest {
  readonly request: number;
  /** Its id. */
  readonly poster: string;
  readonly file: PosterFile;
  readonly note: string;
  readonly atMs: number;
  readonly by: string;
}

export interface PosterHistory {
  readonly versions: readonly PosterVersion[];
  readonly requests: readonly PosterRequest[];
  readonly mayPutUp: boolean;
}

export interface WrittenText {
  readonly byAuthor: boolean;
  readonly panels: readonly TextPanel[];
}

export const MOST_BYTES = 50_000_000;
export const MOST_NOTE = 200;
/** Below that a laptop shows the smallest words of a poster too small for most. */
export const SMALL_TYPE_PT = 14;

/** In the queue, or being made ready. */
export function isUnderWay(upload: Upload): boolean {
  return upload.state === 'waiting' || upload.state === 'preview';
}

/** It can be looked at and decided upon. */
export function isDecidable(upload: Upload): boolean {
  return upload.file !== null && (upload.state === 'preview' || upload.state === 'ready');
}

/** How large the next piece is: such that one takes about a second, whatever the line. */
export function nextPiece(before: number, tookMs: number, most: number): number {
  if (tookMs < 500) return Math.min(most, before * 2);
  return tookMs > 2000 ? Math.max(8192, Math.floor(before / 2)) : Math.min(most, before);
}
