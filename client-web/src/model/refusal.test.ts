import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRefusal } from './refusal';

const source = (name: string): string =>
  readFileSync(new URL(`../../../server/media/${name}`, import.meta.url), 'utf8');

describe('why a file was refused', () => {
  it('is taken apart with its figures', () => {
    expect(readRefusal('is a damaged JPEG (it ends too early); save it again and upload that')).toEqual({
      kind: 'damaged',
      format: 'JPEG',
    });
    expect(readRefusal('has 100000 x 90000 pixels; the limit is 100 megapixels, so save it smaller')).toEqual(
      { kind: 'manyPixels', width: 100_000, height: 90_000 },
    );
    expect(readRefusal('has 51 MB; the limit is 50')).toEqual({ kind: 'large', megabytes: 51 });
    expect(readRefusal('is a web page; save the poster as PDF, PNG, JPEG or WebP')).toEqual({
      kind: 'other',
      what: 'page',
    });
    expect(readRefusal('could not be opened; it may be damaged, so save it again')).toEqual({
      kind: 'broken',
    });
    expect(
      readRefusal('could not be opened; it may be protected or damaged, so save it again without a password'),
    ).toEqual({ kind: 'protected' });
    expect(readRefusal('is something a later server says')).toBeNull();
  });

  it('knows every sentence the server has', () => {
    const said = ['poster_format.cpp', 'workbench.cpp']
      .flatMap((name) => [...source(name).matchAll(/"((?:is|has|could not|takes|cannot be read)\b[^"]*)"/g)])
      .map((match) => match[1] ?? '');
    expect(said.length).toBeGreaterThanOrEqual(16);
    const whole: Readonly<Record<string, string>> = {
      'is a damaged ': 'is a damaged PNG (it ends too early);',
      'has ': 'has 3 x 4 pixels;',
    };
    const unknown = said.filter(
      (text) => !readRefusal(whole[text] ?? (text.includes(';') || text.includes(':') ? text : `${text};`)),
    );
    expect(unknown).toEqual([]);
  });
});
