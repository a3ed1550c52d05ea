// Why a file was refused, said behind its name.

import { counting } from '../counting';

const { n } = counting('en-GB');

export const refusal = {
  damaged: (format: string): string =>
    `is a damaged ${format} (it ends too early); save it again and upload that.`,
  manyPixels: (width: number, height: number): string =>
    `has ${n(width)} × ${n(height)} pixels; the limit is 100 megapixels, so save it smaller.`,
  large: (megabytes: number): string => `has ${n(megabytes)} MB; the limit is 50.`,
  other: (what: string): string => `is ${what}; save the poster as PDF, PNG, JPEG or WebP.`,
  others: {
    svg: 'an SVG drawing',
    page: 'a web page',
    office: 'an office document or an archive',
    gif: 'a GIF',
    postscript: 'PostScript',
    unknown: 'neither a PDF nor a picture',
  },
  plain: {
    noPixels: 'is a picture without pixels; save it again.',
    empty: 'is empty; upload the poster itself.',
    protected: 'could not be opened; it may be protected or damaged, so save it again without a password.',
    broken: 'could not be opened; it may be damaged, so save it again.',
    slow: 'takes more than a minute to draw; save a simpler one, or a picture of it.',
    noPage: 'has no page to show; save it again.',
    noPrograms: 'could not be converted: the server lacks the programs; tell the organisers.',
    unreadable: 'cannot be read; upload it again.',
  },
};
