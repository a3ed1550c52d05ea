// My files on their way up: what the server has of them, how the sending goes, and what went wrong.

import { Observed } from './observed';
import type { Upload } from './poster_files';

/** How far a file that this page sends is. */
export interface Sending {
  readonly name: string;
  readonly size: number;
  readonly offset: number;
  /** 'lost': no answer; it goes on by itself. */
  readonly how: 'reading' | 'sending' | 'lost';
}

export type UploadProblem =
  | { readonly kind: 'tooBig'; readonly megabytes: number }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'unlike'; readonly name: string };

export class UploadDesk extends Observed {
  private uploads_: readonly Upload[] = [];
  private sending_ = new Map<string, Sending>();
  private problems_ = new Map<string, UploadProblem>();
  private putUp_ = new Map<string, number>();

  /** Of one poster, by its id, newest first. */
  of(poster: string): readonly Upload[] {
    return this.uploads_.filter((upload) => upload.poster === poster);
  }

  upload(id: string): Upload | null {
    return this.uploads_.find((upload) => upload.id === id) ?? null;
  }

  sending(poster: string): Sending | null {
    return this.sending_.get(poster) ?? null;
  }

  problem(poster: string): UploadProblem | null {
    return this.problems_.get(poster) ?? null;
  }

  /** The version this page put up last; 0 = none. */
  putUp(poster: string): number {
    return this.putUp_.get(poster) ?? 0;
  }

  setAll(uploads: readonly Upload[]): void {
    this.uploads_ = uploads;
    this.changed();
  }

  /** One that went live is a version now. */
  set(upload: Upload): void {
    if (upload.state === 'live') return this.remove(upload.id);
    const known = this.uploads_.some((each) => each.id === upload.id);
    this.uploads_ = known
      ? this.uploads_.map((each) => (each.id === upload.id ? upload : each))
      : [upload, ...this.uploads_];
    this.changed();
  }

  remove(id: string): void {
    this.uploads_ = this.uploads_.filter((each) => each.id !== id);
    this.changed();
  }

  send(poster: string, sending: Sending | null): void {
    if (sending) this.sending_.set(poster, sending);
    else this.sending_.delete(poster);
    this.changed();
  }

  fail(poster: string, problem: UploadProblem | null): void {
    if (problem) this.problems_.set(poster, problem);
    else this.problems_.delete(poster);
    this.changed();
  }

  wentLive(poster: string, version: number): void {
    this.putUp_.set(poster, version);
    this.changed();
  }
}
