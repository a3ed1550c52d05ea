// Why a file was refused, as the server says it in English (server/media/poster_format.cpp, workbench.cpp), taken apart
// so that it can be said in the reader's language. Pure.

export type Refusal =
  | { readonly kind: 'damaged'; readonly format: string }
  | { readonly kind: 'manyPixels'; readonly width: number; readonly height: number }
  | { readonly kind: 'large'; readonly megabytes: number }
  | { readonly kind: 'other'; readonly what: Other }
  | { readonly kind: Plain };

export type Other = 'svg' | 'page' | 'office' | 'gif' | 'postscript' | 'unknown';
export type Plain =
  'noPixels' | 'empty' | 'protected' | 'broken' | 'slow' | 'noPage' | 'noPrograms' | 'unreadable';

const PLAIN: Readonly<Record<Plain, string>> = {
  noPixels: 'is a picture without pixels;',
  empty: 'is empty;',
  protected: 'could not be opened; it may be protected or damaged',
  broken: 'could not be opened; it may be damaged',
  slow: 'takes more than a minute to draw;',
  noPage: 'has no page to show;',
  noPrograms: 'could not be converted:',
  unreadable: 'cannot be read;',
};
const OTHER: Readonly<Record<Other, string>> = {
  svg: 'is an SVG drawing;',
  page: 'is a web page;',
  office: 'is an office document or an archive;',
  gif: 'is a GIF;',
  postscript: 'is PostScript;',
  unknown: 'is neither a PDF nor a picture;',
};

function keyOf<K extends string>(beginnings: Readonly<Record<K, string>>, text: string): K | undefined {
  return (Object.keys(beginnings) as K[]).find((key) => text.startsWith(beginnings[key]));
}

/** null: a sentence this client does not know; it is shown as it came. */
export function readRefusal(text: string): Refusal | null {
  const damaged = /^is a damaged (\w+) \(it ends too early\);/.exec(text);
  if (damaged) return { kind: 'damaged', format: damaged[1] ?? '' };
  const pixels = /^has (\d+) x (\d+) pixels;/.exec(text);
  if (pixels) return { kind: 'manyPixels', width: Number(pixels[1]), height: Number(pixels[2]) };
  const large = /^has (\d+) MB;/.exec(text);
  if (large) return { kind: 'large', megabytes: Number(large[1]) };
  const other = keyOf(OTHER, text);
  if (other) return { kind: 'other', what: other };
  const plain = keyOf(PLAIN, text);
  return plain ? { kind: plain } : null;
}
