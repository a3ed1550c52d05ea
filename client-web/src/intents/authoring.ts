// What authors do with their poster's file, and hosts with their slides: send it up, look at it, put it up, ask; bring versions back; write the text.
// Loaded when an author's page is first opened. A file goes on its way while one is elsewhere in the hall.

import {
  getFileText,
  getUpload,
  getUploads,
  getVersions,
  getWrittenText,
  postAsk,
  postDrop,
  postLive,
  postPiece,
  postSeen,
  postText,
  postUpload,
  postUseAgain,
} from '../net/poster_api';
import type { ApiResult, TextPanel } from '../model/api';
import type { HallModel } from '../model/hall_model';
import { isUnderWay, MOST_BYTES, nextPiece } from '../model/poster_files';
import type { PosterHistory, Upload, UploadTarget, WrittenText } from '../model/poster_files';
import type { Poster } from '../model/values';
import { UploadDesk } from '../model/upload_desk';

const FIRST_PIECE = 65_536;
const LOOK_MS = 700;
/** Between tries while nobody answers. */
const TRY_MS = [1000, 2000, 4000, 8000];

const pause = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms));

/** '' where the page may not compute it: then a file is known again by its name and size. */
async function sha256(file: Blob): Promise<string> {
  // Only where the page came over https, or from this machine.
  const subtle = (globalThis.crypto as Partial<Crypto>).subtle;
  if (!subtle) return '';
  const digest = new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export class Authoring {
  readonly desk = new UploadDesk();
  private readonly watched_ = new Set<string>();
  /** Of the file a poster gets now; taken away when it is stopped. */
  private readonly running_ = new Map<string, AbortController>();

  constructor(private readonly model_: HallModel) {}

  /** What I have on its way, also from before a reload. */
  async look(): Promise<void> {
    const answer = await getUploads();
    if (!answer.ok) return;
    this.desk.setAll(answer.value);
    for (const upload of answer.value) if (isUnderWay(upload)) void this.follow(upload.id);
  }

  versions(poster: Poster): Promise<ApiResult<PosterHistory>> {
    return getVersions(poster.id);
  }

  useAgain(poster: Poster, version: number, note: string): Promise<ApiResult<PosterHistory>> {
    return postUseAgain(poster.id, version, note);
  }

  fileText(poster: Poster): Promise<ApiResult<WrittenText>> {
    return getFileText(poster.id);
  }

  writtenText(poster: Poster): Promise<ApiResult<WrittenText>> {
    return getWrittenText(poster.id);
  }

  writeText(poster: Poster, panels: readonly TextPanel[]): Promise<ApiResult<WrittenText>> {
    return postText(poster.id, panels);
  }

  /** A file for this poster or session, from its beginning or from where it stopped. */
  async replace(poster: UploadTarget, file: File, goesOn: Upload | null = null): Promise<void> {
    const { desk } = this;
    desk.fail(poster.id, null);
    if (file.size > MOST_BYTES)
      return desk.fail(poster.id, { kind: 'tooBig', megabytes: Math.ceil(file.size / 1e6) });
    if (file.size === 0) return desk.fail(poster.id, { kind: 'code', code: 'empty' });
    if (goesOn && (goesOn.size !== file.size || goesOn.name !== file.name))
      return desk.fail(poster.id, { kind: 'unlike', name: goesOn.name });
    this.stop(poster);
    const running = new AbortController();
    this.running_.set(poster.id, running);
    desk.send(poster.id, { name: file.name, size: file.size, offset: 0, how: 'reading' });
    const begun = await this.begin(poster, file);
    if (running.signal.aborted) return;
    if (begun) await this.send(poster, file, begun, running.signal);
    if (running.signal.aborted) return;
    this.running_.delete(poster.id);
    desk.send(poster.id, null);
    if (begun) void this.follow(begun.id);
  }

  /** No more of it is sent; what is at the server stays. */
  stop(poster: UploadTarget): void {
    this.running_.get(poster.id)?.abort();
    this.running_.delete(poster.id);
    this.desk.send(poster.id, null);
  }

  private async begin(poster: UploadTarget, file: File): Promise<Upload | null> {
    // A disk that goes away while it is read: the file cannot be sent either.
    const hash = await sha256(file).catch(() => null);
    if (hash === null) {
      this.desk.fail(poster.id, { kind: 'code', code: 'unreadable' });
      return null;
    }
    if (hash === '') {
      const same = this.desk
        .of(poster.id)
        .find((each) => each.state === 'receiving' && each.name === file.name && each.size === file.size);
      if (same) return same;
    }
    const answer = await postUpload(poster, file.name, file.size, hash);
    if (!answer.ok) {
      this.desk.fail(poster.id, { kind: 'code', code: answer.failure.code });
      return null;
    }
    this.desk.set(answer.value);
    return answer.value;
  }

  /** Piece by piece; a lost connection is waited for, and what the server has counts. */
  private async send(poster: UploadTarget, file: File, begun: Upload, signal: AbortSignal): Promise<void> {
    let offset = begun.offset;
    let size = Math.min(FIRST_PIECE, begun.chunk || FIRST_PIECE);
    let failed = 0;
    const tell = (how: 'sending' | 'lost'): void =>
      this.desk.send(poster.id, { name: file.name, size: file.size, offset, how });
    while (offset < file.size && !signal.aborted) {
      tell(failed > 0 ? 'lost' : 'sending');
      const began = performance.now();
      const answer =
        failed > 0
          ? await getUpload(begun.id)
          : await postPiece(begun.id, offset, file.slice(offset, offset + size), signal);
      if (signal.aborted) return;
      if (answer.ok) {
        if (failed === 0) size = nextPiece(size, performance.now() - began, begun.chunk);
        failed = 0;
        offset = answer.value.offset;
        this.desk.set(answer.value);
      } else if (answer.failure.status === 404) {
        this.desk.remove(begun.id);
        return this.desk.fail(poster.id, { kind: 'code', code: 'no_upload' });
      } else if ([401, 403, 507].includes(answer.failure.status)) {
        return this.desk.fail(poster.id, { kind: 'code', code: answer.failure.code });
      } else {
        if (answer.failure.status === 0) size = Math.max(8192, Math.floor(size / 2));
        tell('lost');
        // 409: only its offset has to be asked for.
        if (answer.failure.status !== 409) await pause(TRY_MS[Math.min(failed, TRY_MS.length - 1)] ?? 8000);
        failed += 1;
      }
    }
  }

  /** Until it can be decided upon. */
  private async follow(id: string): Promise<void> {
    if (this.watched_.has(id)) return;
    this.watched_.add(id);
    for (;;) {
      const answer = await getUpload(id);
      if (answer.ok) this.desk.set(answer.value);
      else if (answer.failure.status === 404) this.desk.remove(id);
      const gone = !answer.ok && [401, 403, 404].includes(answer.failure.status);
      if (gone || (answer.ok && !isUnderWay(answer.value))) break;
      await pause(LOOK_MS);
    }
    this.watched_.delete(id);
  }

  /** "Put it up", or "Ask the organiser" after the freeze time. True: done. */
  async decide(upload: Upload, note: string, ask: boolean): Promise<boolean> {
    const { desk } = this;
    desk.fail(upload.poster, null);
    const answer = ask ? await postAsk(upload.id, note) : await postLive(upload.id, note);
    if (!answer.ok) {
      desk.fail(upload.poster, { kind: 'code', code: answer.failure.code });
      // The freeze time may have come in between: then one asks.
      const now = await getUpload(upload.id);
      if (now.ok) desk.set(now.value);
      return false;
    }
    if (ask) desk.set(answer.value);
    else {
      desk.remove(upload.id);
      desk.wentLive(upload.poster, answer.value.version);
    }
    return true;
  }

  async drop(upload: Upload): Promise<void> {
    const answer = await postDrop(upload.id);
    if (answer.ok || answer.failure.status === 404) this.desk.remove(upload.id);
    else this.desk.fail(upload.poster, { kind: 'code', code: answer.failure.code });
  }

  /** An organiser's answer about my file was read. */
  async see(request: number): Promise<void> {
    const desk = this.model_.posterDesk;
    desk.told({ answers: desk.answers.filter((each) => each.request !== request) });
    await postSeen(request);
  }

  /** The poster of an upload or request, by its id. */
  posterOf(id: string): Poster | null {
    return this.model_.catalogue.posters.find((poster) => poster.id === id) ?? null;
  }
}
