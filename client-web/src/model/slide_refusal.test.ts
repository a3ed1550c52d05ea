import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nextPictures, titleOf } from './decks';
import { readSlideRefusal } from './slide_refusal';

const source = readFileSync(new URL('../../../server/media/slides.cpp', import.meta.url), 'utf8');

describe('why slides were refused', () => {
  it('is taken apart with its figures', () => {
    expect(readSlideRefusal('is an office document or an archive; save the slides as PDF')).toEqual({
      kind: 'notPdf',
      what: 'office',
    });
    expect(readSlideRefusal('is a picture; save the slides as PDF')).toEqual({
      kind: 'notPdf',
      what: 'picture',
    });
    expect(readSlideRefusal('has 101 pages; the limit is 100, so leave some out')).toEqual({
      kind: 'manyPages',
      pages: 101,
    });
    expect(readSlideRefusal('has a page that cannot be shown (7); save it again')).toEqual({
      kind: 'badPage',
      page: 7,
    });
    expect(readSlideRefusal('has 51 MB; the limit is 50')).toEqual({ kind: 'large', megabytes: 51 });
    expect(readSlideRefusal('is something a later server says')).toBeNull();
  });

  it('knows every sentence the server has of slides', () => {
    const said = [...source.matchAll(/"((?:is|has|could not|takes)\b[^"]*)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(said.length).toBeGreaterThanOrEqual(6);
    const whole: Readonly<Record<string, string>> = {
      'has ': 'has 101 pages;',
      'has a page that cannot be shown (': 'has a page that cannot be shown (3);',
    };
    const unknown = said.filter(
      (text) => !readSlideRefusal(whole[text] ?? (text.includes(';') ? text : `${text};`)),
    );
    expect(unknown).toEqual([]);
  });
});

describe('a slide', () => {
  const page = (picture: string, text = '') => ({ picture, width: 1600, height: 900, text });

  it('is called by its first line', () => {
    expect(titleOf(page('a', '\n  Kettles \nand lids'))).toBe('Kettles');
    expect(titleOf(page('a', '🙂'.repeat(200)))).toBe(`${'🙂'.repeat(120)}…`);
    expect(titleOf(page('a'))).toBe('');
    expect(titleOf(undefined)).toBe('');
  });

  it('is followed by those people will want next', () => {
    const pages = ['a', 'b', 'c', 'd'].map((each) => page(each));
    expect(nextPictures(pages, 1)).toEqual(['b', 'c']);
    expect(nextPictures(pages, 3)).toEqual(['d', 'b']);
    expect(nextPictures([], 1)).toEqual([]);
  });
});
