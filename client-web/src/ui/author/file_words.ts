// What is known of a file, in a line; when something was or will be; and a file as the viewer shows it before it is anybody's poster.

import { SMALL_TYPE_PT } from '../../model/poster_files';
import type { PosterFile } from '../../model/poster_files';
import type { UploadProblem } from '../../model/upload_desk';
import type { Poster } from '../../model/values';
import { dayDifference, dayIn, format } from '../../model/zones';
import { moreWords, words } from '../../words';
import { at } from '../phrases';

/** For what may be long ago or far off: "12:00", "12:00 −1 day", "Tuesday 21 April at 12:00", "21 April 2025 at 12:00". */
export function whenWords(zone: string, ms: number, nowMs: number): string {
  if (Math.abs(dayDifference(zone, nowMs, ms)) <= 1) return at(zone, ms, nowMs);
  const thisYear = dayIn(zone, ms).slice(0, 4) === dayIn(zone, nowMs).slice(0, 4);
  return format(words.locale, {
    timeZone: zone,
    ...(thisYear ? { weekday: 'long' } : { year: 'numeric' }),
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ms);
}

/** "text found, smallest type 24 pt" */
export function factsLine(file: PosterFile): string {
  const w = moreWords.author;
  const facts = [file.hasText ? w.textFound : w.noText];
  if (file.smallestTypePt > 0) facts.push(w.smallest(Math.round(file.smallestTypePt)));
  if (isSmall(file)) facts.push(w.hardToRead);
  return facts.join(', ');
}

export function isSmall(file: PosterFile): boolean {
  return file.smallestTypePt > 0 && file.smallestTypePt < SMALL_TYPE_PT;
}

export function problemWords(problem: UploadProblem): { readonly what: string; readonly how: string } {
  const w = moreWords.author;
  if (problem.kind === 'tooBig') return { what: w.tooBig(problem.megabytes), how: w.unchanged };
  if (problem.kind === 'unlike') return { what: w.unlike(problem.name), how: '' };
  return { what: codeWords(problem.code), how: '' };
}

export function codeWords(code: string): string {
  const { problems } = moreWords.author;
  return problems[code] ?? problems['other'] ?? '';
}

/** As it will hang: the poster with this file in its place. */
export function withFile(poster: Poster, file: PosterFile): Poster {
  const {
    fileType,
    thumbnail,
    picture,
    width,
    height,
    tiles,
    tileSize,
    levels,
    fullWidth,
    fullHeight,
    pages,
  } = file;
  const zoom = { tiles, tileSize, levels, fullWidth, fullHeight };
  return {
    ...poster,
    ...zoom,
    fileType,
    thumbnail,
    picture,
    width,
    height,
    pages,
    version: 1,
    file: '',
    text: 0,
  };
}
