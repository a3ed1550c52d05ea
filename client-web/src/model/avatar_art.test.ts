import { describe, expect, it } from 'vitest';
import { composeAvatar } from './avatar_art';
import { ART_HEIGHT, ART_WIDTH, shade } from './avatar_figure';
import type { Rgb } from './avatar_figure';
import { HAIRS, lookFromId } from './avatar_look';
import type { AvatarLook } from './avatar_look';
import { enlarged } from './avatar_portrait';
import { FACING_DOWN, FACING_LEFT, FACING_RIGHT, FACING_UP } from './scene_view';
import type { Facing } from './scene_view';

const OUTLINE: Rgb = [1, 2, 3];
const BADGE: Rgb = [250, 251, 252];

/** Every token another colour. */
function palette(token: string): Rgb {
  if (token === 'av-outline') return OUTLINE;
  if (token === 'av-badge') return BADGE;
  let hash = 7;
  for (const letter of token) hash = (hash * 31 + letter.charCodeAt(0)) & 0xffffff;
  return [40 + (hash & 127), 40 + ((hash >> 8) & 127), 40 + ((hash >> 16) & 127)];
}

function art(look: Partial<AvatarLook>, facing: Facing = FACING_DOWN, step = false): Uint8ClampedArray {
  return composeAvatar({ ...lookFromId(4), ...look }, facing, step, palette);
}

function pixel(pixels: Uint8ClampedArray, x: number, y: number): number[] {
  return [...pixels.subarray((y * ART_WIDTH + x) * 4, (y * ART_WIDTH + x) * 4 + 4)];
}

function isFilled(pixels: Uint8ClampedArray, x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < ART_WIDTH && y < ART_HEIGHT && pixel(pixels, x, y)[3] === 255;
}

function sameColour(found: number[], colour: Rgb): boolean {
  return found[0] === colour[0] && found[1] === colour[1] && found[2] === colour[2];
}

describe('a composed avatar', () => {
  it('is closed by one dark outline, in every hair and from every side', () => {
    for (const hair of HAIRS) {
      for (const facing of [FACING_DOWN, FACING_UP, FACING_LEFT, FACING_RIGHT] as const) {
        const pixels = art({ hair, headphones: true, wheelchair: hair === 'bun' }, facing);
        for (let y = 0; y < ART_HEIGHT; y++) {
          for (let x = 0; x < ART_WIDTH; x++) {
            if (!isFilled(pixels, x, y) || sameColour(pixel(pixels, x, y), OUTLINE)) continue;
            const open = [
              [x - 1, y],
              [x + 1, y],
              [x, y - 1],
              [x, y + 1],
            ].filter(([nx, ny]) => !isFilled(pixels, nx ?? 0, ny ?? 0));
            // Only the picture's own edge may cut the line.
            for (const [nx, ny] of open) {
              expect(
                nx === -1 || ny === -1 || nx === ART_WIDTH || ny === ART_HEIGHT,
                `${hair} ${String([x, y])}`,
              ).toBe(true);
            }
          }
        }
      }
    }
  });

  it('looks left as it looks right, mirrored', () => {
    const left = art({}, FACING_LEFT);
    const right = art({}, FACING_RIGHT);
    for (let y = 0; y < ART_HEIGHT; y++) {
      for (let x = 0; x < ART_WIDTH; x++) {
        expect(pixel(left, x, y)).toEqual(pixel(right, ART_WIDTH - 1 - x, y));
      }
    }
  });

  it('changes when it steps, turns, or puts something on', () => {
    const plain = String(art({}));
    expect(String(art({}, FACING_DOWN, true))).not.toBe(plain);
    expect(String(art({}, FACING_UP))).not.toBe(plain);
    for (const extra of ['glasses', 'beard', 'headphones', 'wheelchair'] as const) {
      expect(String(art({ hair: 'short', [extra]: true })), extra).not.toBe(
        String(art({ hair: 'short', [extra]: false })),
      );
    }
  });

  it('wears the badge in front and not on the back', () => {
    const count = (pixels: Uint8ClampedArray): number => {
      let badge = 0;
      for (let y = 0; y < ART_HEIGHT; y++)
        for (let x = 0; x < ART_WIDTH; x++) if (sameColour(pixel(pixels, x, y), BADGE)) badge++;
      return badge;
    };
    expect(count(art({ top: 'tee' }, FACING_DOWN))).toBeGreaterThan(0);
    expect(count(art({ top: 'tee' }, FACING_UP))).toBe(0);
  });

  it('differs for every hair, from the front and from behind', () => {
    for (const facing of [FACING_DOWN, FACING_UP] as const) {
      const all = HAIRS.map((hair) => String(art({ hair, beard: false, glasses: false }, facing)));
      expect(new Set(all).size).toBe(HAIRS.length);
    }
  });
});

describe('colours', () => {
  it('shade towards black and light towards white', () => {
    expect(shade([100, 50, 200], -0.2)).toEqual([80, 40, 160]);
    expect(shade([100, 55, 255], 0.2)).toEqual([131, 95, 255]);
  });
});

describe('a portrait', () => {
  it('enlarges each art pixel to a square, bust only when asked', () => {
    const pixels = art({});
    const big = enlarged(pixels, 19, 3);
    expect(big).toHaveLength(ART_WIDTH * 3 * 19 * 3 * 4);
    for (const [x, y] of [
      [0, 0],
      [9, 10],
      [19, 18],
    ] as const) {
      for (const [dx, dy] of [
        [0, 0],
        [2, 2],
      ] as const) {
        const at = ((y * 3 + dy) * ART_WIDTH * 3 + x * 3 + dx) * 4;
        expect([...big.subarray(at, at + 4)]).toEqual(pixel(pixels, x, y));
      }
    }
  });
});
