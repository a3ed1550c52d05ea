// The HTTP interface about posters' files: uploads, versions, text views, what waits for an organiser.

import type { ApiResult } from '../model/api';
import type {
  PosterFile,
  PosterHistory,
  PosterRequest,
  Upload,
  UploadState,
  UploadTarget,
  WrittenText,
} from '../model/poster_files';
import { slidesOf } from '../model/poster_files';
import type { TextPanel } from '../model/api';
import { call, readText } from './api';
import { asObject, list, number, text, truth } from './json_fields';
import type { JsonObject } from './json_fields';

const STATES: Readonly<Record<string, UploadState>> = {
  UPLOAD_STATE_RECEIVING: 'receiving',
  UPLOAD_STATE_WAITING: 'waiting',
  UPLOAD_STATE_PREVIEW: 'preview',
  UPLOAD_STATE_READY: 'ready',
  UPLOAD_STATE_REFUSED: 'refused',
  UPLOAD_STATE_LIVE: 'live',
  UPLOAD_STATE_ASKED: 'asked',
};

function readFile(value: unknown): PosterFile {
  const from = asObject(value);
  return {
    file: text(from, 'file'),
    fileType: text(from, 'fileType'),
    bytes: number(from, 'bytes'),
    name: text(from, 'name'),
    thumbnail: text(from, 'thumbnail'),
    picture: text(from, 'picture'),
    width: number(from, 'width'),
    height: number(from, 'height'),
    tiles: text(from, 'tiles'),
    tileSize: number(from, 'tileSize'),
    levels: number(from, 'levels'),
    fullWidth: number(from, 'fullWidth'),
    fullHeight: number(from, 'fullHeight'),
    pages: number(from, 'pages'),
    smallestTypePt: number(from, 'smallestTypePt'),
    hasText: truth(from, 'hasText'),
  };
}

function readUpload(from: JsonObject): Upload {
  return {
    id: text(from, 'id'),
    poster: text(from, 'session') === '' ? text(from, 'poster') : slidesOf(text(from, 'session')).id,
    name: text(from, 'name'),
    size: number(from, 'size'),
    offset: number(from, 'offset'),
    chunk: number(from, 'chunk'),
    state: STATES[text(from, 'state')] ?? 'none',
    place: number(from, 'place'),
    waitS: number(from, 'waitS'),
    refused: text(from, 'refused'),
    file: typeof from['file'] === 'object' && from['file'] !== null ? readFile(from['file']) : null,
    mayPutUp: truth(from, 'mayPutUp'),
    version: number(from, 'version'),
    request: number(from, 'request'),
    pages: number(from, 'pages'),
    list: text(from, 'list'),
  };
}

function readRequest(from: JsonObject): PosterRequest {
  return {
    request: number(from, 'request'),
    poster: text(from, 'poster'),
    file: readFile(from['file']),
    note: text(from, 'note'),
    atMs: number(from, 'atMs'),
    by: text(from, 'by'),
  };
}

function readHistory(from: JsonObject): PosterHistory {
  return {
    versions: list(from, 'versions').map((version) => ({
      version: number(version, 'version'),
      live: truth(version, 'live'),
      file: readFile(version['file']),
      note: text(version, 'note'),
      atMs: number(version, 'atMs'),
      by: text(version, 'by'),
      byAuthor: truth(version, 'byAuthor'),
      sameAs: number(version, 'sameAs'),
    })),
    requests: list(from, 'requests').map(readRequest),
    mayPutUp: truth(from, 'mayPutUp'),
  };
}

const uploadOf = (id: string): string => `/uploads/${encodeURIComponent(id)}`;
const posterOf = (name: string): string => `/posters/${encodeURIComponent(name)}`;

/** Or goes on with the unfinished one of the same file. */
export function postUpload(
  { id, session }: UploadTarget,
  name: string,
  size: number,
  sha256: string,
): Promise<ApiResult<Upload>> {
  return call('/uploads', readUpload, {
    ...(session === undefined ? { poster: id } : { session }),
    name,
    size,
    sha256,
  });
}

export function postPiece(
  id: string,
  offset: number,
  piece: Blob,
  signal?: AbortSignal,
): Promise<ApiResult<Upload>> {
  return call(`${uploadOf(id)}/bytes?offset=${offset}`, readUpload, piece, signal);
}

export function getUpload(id: string): Promise<ApiResult<Upload>> {
  return call(uploadOf(id), readUpload);
}

export function getUploads(): Promise<ApiResult<readonly Upload[]>> {
  return call('/uploads', (answer) => list(answer, 'uploads').map(readUpload));
}

export function postDrop(id: string): Promise<ApiResult<null>> {
  return call(`${uploadOf(id)}/drop`, () => null, {});
}

export function postLive(id: string, note: string): Promise<ApiResult<Upload>> {
  return call(`${uploadOf(id)}/live`, readUpload, { note });
}

export function postAsk(id: string, note: string): Promise<ApiResult<Upload>> {
  return call(`${uploadOf(id)}/ask`, readUpload, { note });
}

export function getVersions(poster: string): Promise<ApiResult<PosterHistory>> {
  return call(`${posterOf(poster)}/versions`, readHistory);
}

export function postUseAgain(
  poster: string,
  version: number,
  note: string,
): Promise<ApiResult<PosterHistory>> {
  return call(`${posterOf(poster)}/versions/${version}`, readHistory, { note });
}

/** What was read from the file, whatever an author wrote. */
export function getFileText(poster: string): Promise<ApiResult<WrittenText>> {
  return call(`${posterOf(poster)}/text?of=file`, readText);
}

export function getWrittenText(poster: string): Promise<ApiResult<WrittenText>> {
  return call(`${posterOf(poster)}/text`, readText);
}

/** No panels: the file's own counts again. */
export function postText(poster: string, panels: readonly TextPanel[]): Promise<ApiResult<WrittenText>> {
  return call(`${posterOf(poster)}/text`, readText, { panels });
}

export function getRequests(): Promise<ApiResult<readonly PosterRequest[]>> {
  return call('/poster-requests', (answer) => list(answer, 'requests').map(readRequest));
}

export function postSettle(
  request: number,
  putUp: boolean,
  words: string,
): Promise<ApiResult<readonly PosterRequest[]>> {
  return call(`/poster-requests/${request}`, (answer) => list(answer, 'requests').map(readRequest), {
    putUp,
    words,
  });
}

export function postSeen(request: number): Promise<ApiResult<null>> {
  return call(`/poster-requests/${request}/seen`, () => null, {});
}

export function postFreeze(atMs: number): Promise<ApiResult<null>> {
  return call('/poster-freeze', () => null, { atMs });
}
