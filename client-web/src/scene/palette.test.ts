import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Palette, topicLetter } from './palette';

const styles = new URL('../styles/tokens.css', import.meta.url);
const css = readFileSync(styles, 'utf8');
const light = new Map(
  [...(css.split('@media')[0] ?? '').matchAll(/--([\w-]+):\s*([^;]+);/g)].map((found) => [
    found[1] ?? '',
    found[2] ?? '',
  ]),
);
const read = (token: string): string => light.get(token) ?? '';

describe('the palette', () => {
  it('finds every colour of neighbourhoods, avatars and the hall among the tokens', () => {
    const palette = new Palette(read, { fillStyle: '' }, false);
    for (let topic = 0; topic < 8; topic++) {
      for (const colour of [palette.topic(topic), palette.topicRug(topic), palette.topicFloor(topic)]) {
        expect(colour).toMatch(/^#[0-9A-F]{6}$/i);
      }
    }
    expect(palette.rgb('av-skin-1')).toEqual([0xf6, 0xd7, 0xbf]);
    expect(palette.rgb('av-top-10')).toEqual([0x4e, 0x9a, 0x98]);
    expect(palette.colour('lamp')).toBe('#FFC845');
  });

  it('gives the system its colours where it forces them, and leaves avatars theirs', () => {
    const palette = new Palette(read, { fillStyle: '' }, true);
    expect(palette.topic(3)).toBe('CanvasText');
    expect(palette.topicRug(3)).toBe('Canvas');
    expect(palette.colour('hall-wall')).toBe('Canvas');
    // A canvas says what the name means; the renderer gets the number.
    const canvas = {
      set fillStyle(_: string) {},
      get fillStyle() {
        return '#0a0b0c';
      },
    };
    expect(new Palette(read, canvas, true).number('bg')).toBe(0x0a0b0c);
    expect(palette.rgb('av-skin-1')).toEqual([0xf6, 0xd7, 0xbf]);
  });

  it('names topics A to H', () => {
    expect([0, 7].map(topicLetter)).toEqual(['a', 'h']);
  });
});

describe('the copy of the design’s tokens', () => {
  it('finds its fonts beside it', () => {
    const urls = [...css.matchAll(/url\("([^"]+)"\)/g)].map((found) => found[1] ?? '');
    expect(urls).toHaveLength(2);
    for (const url of urls) expect(existsSync(new URL(url, styles)), url).toBe(true);
  });

  it('writes the dark theme twice, equal', () => {
    const system = /@media \(prefers-color-scheme: dark\) \{ :root[^{]*\{([^}]*)\}/.exec(css)?.[1];
    const forced = /:root\[data-theme="dark"\] \{([^}]*)\}/.exec(css)?.[1];
    const words = (block: string | undefined): string => (block ?? '').replace(/\s+/g, ' ').trim();
    expect(words(system)).not.toBe('');
    expect(words(system)).toBe(words(forced));
  });
});
