// Where the typed words are in a found text: accents and case do not matter. Pure.

export interface Part {
  readonly text: string;
  readonly marked: boolean;
}

const FOLDS: Readonly<Record<string, string>> = { ø: 'o', ß: 's', ı: 'i', ł: 'l', đ: 'd', æ: 'a', œ: 'o' };

/** One letter for one letter, so that places stay the same. */
function fold(text: string): string {
  return Array.from(text, (letter) => {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const folded = FOLDS[plain] ?? plain;
    return folded.length === letter.length ? folded : letter.toLowerCase().slice(0, letter.length);
  }).join('');
}

export function marks(text: string, query: string): readonly Part[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word.length > 0);
  const folded = fold(text);
  const hits: [number, number][] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      hits.push([at, at + word.length]);
    }
  }
  hits.sort((a, b) => a[0] - b[0]);
  const parts: Part[] = [];
  let done = 0;
  for (const [from, to] of hits) {
    if (to <= done) continue;
    const start = Math.max(from, done);
    if (start > done) parts.push({ text: text.slice(done, start), marked: false });
    parts.push({ text: text.slice(start, to), marked: true });
    done = to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), marked: false });
  return parts;
}
