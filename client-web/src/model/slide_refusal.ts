// Why slides were refused, as the server says it in English (server/media/slides.cpp, and what posters have in common with
// them), taken apart so that it can be said in the reader's language. Pure.

import { readRefusal } from './refusal';
import type { Other, Refusal } from './refusal';

export type SlideRefusal =
  | { readonly kind: 'notPdf'; readonly what: Other | 'picture' }
  | { readonly kind: 'manyPages'; readonly pages: number }
  | { readonly kind: 'badPage'; readonly page: number }
  | { readonly kind: 'long' }
  | { readonly kind: 'empty' };

export type { Refusal };

/** null: a sentence this client does not know; it is shown as it came. */
export function readSlideRefusal(text: string): SlideRefusal | Exclude<Refusal, { kind: 'other' }> | null {
  if (text.startsWith('is a picture;')) return { kind: 'notPdf', what: 'picture' };
  const pages = /^has (\d+) pages;/.exec(text);
  if (pages) return { kind: 'manyPages', pages: Number(pages[1]) };
  const page = /^has a page that cannot be shown \((\d+)\);/.exec(text);
  if (page) return { kind: 'badPage', page: Number(page[1]) };
  if (text.startsWith('takes more than ten minutes to draw;')) return { kind: 'long' };
  const known = readRefusal(text);
  if (known?.kind === 'other') return { kind: 'notPdf', what: known.what };
  return known;
}
