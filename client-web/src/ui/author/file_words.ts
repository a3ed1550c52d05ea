// What is known of a file, in a line; and a file as the viewer shows it before it is anybody's poster.

import { SMALL_TYPE_PT } from '../../model/poster_files';
import type { PosterFile } from '../../model/poster_files';
import type { UploadProblem } from '../../model/upload_desk';
import type { Poster } from '../../model/values';
import { moreWords } from '../../words';

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
