import { afterAll, describe, expect, it } from 'vitest';
import { language, languageFor, LANGUAGE_CODES, moreWords, speak, withMore, words } from '.';
import { LANGUAGES } from './languages';
import type { LanguageCode } from './languages';
import { organiserWordsIn } from './organiser_words';
import { slidesWordsIn } from './slides_words';
import { streamWordsIn } from './stream_words';

async function whole(code: LanguageCode): Promise<Record<string, unknown>> {
  const { words: load, door, more } = LANGUAGES[code];
  return {
    ...(await load()),
    ...(await door()),
    ...(await more()),
    ...(await organiserWordsIn(code)),
    ...(await streamWordsIn(code)),
    ...(await slidesWordsIn(code)),
  };
}

/** Each text and function by its path: "posters.sorts.here". */
function flat(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, each]) => flat(each, path === '' ? key : `${path}.${key}`));
}

/** Which argument is a list of names. */
const LISTS: Readonly<Record<string, number>> = { 'hall.hereWith': 1, 'hall.circle': 0 };

/** What the catalogue says there, functions with numbers in place of what they are told. */
function said(path: string, value: unknown): string {
  if (typeof value !== 'function') return typeof value === 'string' ? value : '';
  const given = Array.from({ length: value.length }, (_, i) => (LISTS[path] === i ? ['8', '9'] : i + 2));
  return String((value as (...given: unknown[]) => unknown)(...given));
}

// The same in German as in English, rightly: names, borrowed words, what has no words.
const GERMAN_AS_ENGLISH = new Set([
  'product',
  'common.plusMore',
  'page.poster',
  'place.inRoom',
  'page.title',
  'time.plusShort',
  'tabs.badge',
  'tabs.chat',
  'player.live',
  'streamPage.eventTime',
  'dock.status',
  'chat.heading',
  'join.avatar',
  'join.extras',
  'join.hairs.bob',
  'join.hairs.turban',
  'join.tops.blazer',
  'hall.foyer',
  'hall.circle',
  'poster.label',
  'poster.percent',
  'poster.actual',
  'poster.text',
  'poster.original',
  'poster.link',
  'search.kindFound',
  'programme.kinds.4',
  'programme.watchName',
  'posters.posterToCome.0',
  'posters.sorts.title',
  'proposals.where',
  'board.cell',
  'breakout.label',
  'breakout.waitName',
  'breakout.picture',
  'breakout.seconds',
  'breakout.minutes',
  'breakout.and',
]);
const JAPANESE_AS_ENGLISH = new Set([
  'product',
  'page.title',
  'time.plusShort',
  'tabs.badge',
  'poster.original',
  'search.kindFound',
]);
/** Marks and single letters, whichever the language. */
const NO_WORDS = /^tabs\.keysOf\.\d\.keys|^locale$|^number$/;

describe('the languages', () => {
  it('are English, German and Japanese, named in themselves', () => {
    expect(LANGUAGE_CODES.map((code) => LANGUAGES[code].name)).toEqual(['English', 'Deutsch', '日本語']);
  });

  it.each(['de', 'ja'] as const)('%s has what English has, of the same shape', async (code) => {
    const english = new Map(flat(await whole('en')));
    const other = new Map(flat(await whole(code)));
    expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, value] of english) {
      expect(typeof other.get(path), path).toBe(typeof value);
      if (typeof value === 'function')
        expect((other.get(path) as { length: number }).length, `${path} takes as much`).toBe(value.length);
    }
  });

  it.each([
    ['de', GERMAN_AS_ENGLISH],
    ['ja', JAPANESE_AS_ENGLISH],
  ] as const)('%s leaves nothing in English', async (code, same) => {
    const english = new Map(flat(await whole('en')));
    const left = flat(await whole(code))
      .filter(
        ([path, value]) =>
          !NO_WORDS.test(path) &&
          said(path, value) !== '' &&
          said(path, value) === said(path, english.get(path)),
      )
      .map(([path]) => path);
    expect(left.filter((path) => !same.has(path))).toEqual([]);
  });

  it.each(['de', 'ja'] as const)('%s says every argument that English says', async (code) => {
    const english = new Map(flat(await whole('en')));
    for (const [path, value] of flat(await whole(code))) {
      if (typeof value !== 'function') continue;
      for (const digit of said(path, english.get(path)).match(/\d/g) ?? [])
        expect(said(path, value), path).toContain(digit);
    }
  });

  it('has no English word in Japanese but names and keys', async () => {
    const latin = flat(await whole('ja'))
      .map(
        ([path, value]) =>
          [
            path,
            said(path, value).replace(
              /Posterhall|Enter|Esc|WebSocket|PDF|PNG|JPEG|WebP|SVG|GIF|PostScript|MB|ID|https?|Page (?:Up|Down)/g,
              '',
            ),
          ] as const,
      )
      .filter(([path, text]) => !NO_WORDS.test(path) && /[A-Za-z]{2,}/.test(text));
    expect(latin.filter(([path]) => path !== 'locale')).toEqual([]);
  });
});

describe('which language', () => {
  it('is the one chosen, else the first of the browser’s that there is, else English', () => {
    expect(languageFor('ja', ['de'])).toBe('ja');
    expect(languageFor('', ['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(languageFor('', ['ja-JP'])).toBe('ja');
    expect(languageFor('xx', ['pt-BR'])).toBe('en');
    expect(languageFor('', [])).toBe('en');
  });
});

describe('a change of language', () => {
  afterAll(() => speak('en'));
  it('reaches all parts that were loaded', async () => {
    expect(words.common.close).toBe('Close');
    await speak('de');
    expect(language()).toBe('de');
    expect(words.common.close).toBe('Schließen');
    expect(moreWords.search.label).toBe('Suche');
    await withMore(Promise.resolve());
    expect(moreWords.search.label).toBe('Suche');
  });
  it('ends with the last one asked for, however they arrive', async () => {
    await Promise.all([speak('ja'), speak('de'), speak('ja')]);
    expect(language()).toBe('ja');
    expect(words.common.close).toBe('閉じる');
    expect(moreWords.search.label).toBe('検索');
  });
  it('writes numbers and plurals as it does', async () => {
    await speak('de');
    expect(words.number(1500)).toBe('1.500');
    expect(words.posters.visitors(1)).toBe('1 Gast');
    expect(words.posters.visitors(1500)).toBe('1.500 Gäste');
    await speak('ja');
    expect(words.number(1500)).toBe('1,500');
    expect(words.posters.visitors(1)).toBe('来場者1人');
  });
});
