// What is on the page before a part of the words is loaded must not speak with it. Read from the sources: nothing that
// the first screens import speaks with moreWords, and whatever is imported later and does so comes `withMore`.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '..');

function found(from: string, path: string): string | null {
  const base = resolve(dirname(from), path);
  const tried = [base, `${base}.ts`, `${base}.svelte`, `${base}.svelte.ts`, join(base, 'index.ts')];
  return tried.find((each) => /\.(?:ts|svelte)$/.test(each) && existsSync(each)) ?? null;
}

/** A file and everything it imports at once. */
function closure(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of source(file).matchAll(/^\s*import (?!type\b)[^;]*?from '(\.[^']+)';/gms)) {
    const next = found(file, path);
    if (next) closure(next, seen);
  }
  return seen;
}

const texts = new Map<string, string>();
function source(file: string): string {
  const text = texts.get(file) ?? readFileSync(file, 'utf8');
  texts.set(file, text);
  return text;
}

function speaksWith(
  part: 'doorWords' | 'moreWords' | 'organiserWords' | 'streamWords' | 'slidesWords',
  entries: readonly string[],
): readonly string[] {
  const files = new Set(entries.flatMap((entry) => [...closure(join(SRC, entry))]));
  return [...files]
    .filter((file) => !file.includes('/words/') && new RegExp(`\\b${part}\\.`).test(source(file)))
    .map((file) => relative(SRC, file));
}

/** Every import() in a file that begins at `entry`, with the text around it. */
function laterImports(entry: string): readonly { file: string; around: string }[] {
  const found_ = new Map<string, string>();
  const queue = [join(SRC, entry)];
  const visited = new Set<string>();
  while (queue.length > 0) {
    for (const file of closure(queue.pop() ?? '')) {
      if (visited.has(file) || file.includes('/words/')) continue;
      visited.add(file);
      for (const match of source(file).matchAll(/(.{0,40})\bimport\('(\.[^']+)'\)/gs)) {
        const target = found(file, match[2] ?? '');
        if (!target) continue;
        const key = `${relative(SRC, file)} -> ${relative(SRC, target)}`;
        found_.set(key, (found_.get(key) ?? '') + (match[1] ?? ''));
        queue.push(target);
      }
    }
  }
  return [...found_].map(([file, around]) => ({ file, around }));
}

describe('the words of what is opened later', () => {
  it('are not spoken by the first screens', () => {
    const first = ['main.ts', 'start_hall.ts', 'ui/list/ListView.svelte', 'ui/list/PhoneList.svelte'];
    expect(speaksWith('moreWords', first)).toEqual([]);
    expect(speaksWith('doorWords', first)).toEqual([]);
    expect(speaksWith('organiserWords', first)).toEqual([]);
    expect(speaksWith('streamWords', first)).toEqual([]);
    expect(speaksWith('slidesWords', first)).toEqual([]);
    expect(speaksWith('moreWords', ['ui/join/JoinPage.svelte', 'ui/landing/LandingPage.svelte'])).toEqual([]);
  });
  it('come with what speaks with them', () => {
    const later = laterImports('main.ts');
    expect(later.length).toBeGreaterThan(20);
    // Drawn from the picture's own start, behind HallView.
    const behind = new Set(['start_hall.ts -> hall_picture.ts']);
    const missing = later.filter(({ file, around }) => {
      const target = file.split(' -> ')[1] ?? '';
      if (behind.has(file)) return false;
      const more = speaksWith('moreWords', [target]).length > 0 && !around.includes('withMore(');
      const door = speaksWith('doorWords', [target]).length > 0 && !around.includes('withDoor(');
      const organiser =
        speaksWith('organiserWords', [target]).length > 0 && !around.includes('withOrganiser(');
      const stream = speaksWith('streamWords', [target]).length > 0 && !around.includes('withStream(');
      const slides = speaksWith('slidesWords', [target]).length > 0 && !around.includes('withSlides(');
      return more || door || organiser || stream || slides;
    });
    expect(missing).toEqual([]);
  });
});
