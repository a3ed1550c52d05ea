import { describe, expect, it } from 'vitest';
import { enough, levelFor, tileSource, tilesInView } from './tile_pyramid';
import type { TileSource } from './tile_pyramid';
import { fit } from './viewer_transform';

// 8192 x 5793 in tiles of 512: five levels, 512 wide the first.
const source: TileSource = { hash: 'abc', size: { w: 8192, h: 5793 }, tileSize: 512, levels: 5 };
const frame = { w: 1000, h: 700 };

describe('tiles', () => {
  it('are there when the catalogue says so', () => {
    const none = { tiles: '', tileSize: 0, levels: 0, fullWidth: 0, fullHeight: 0 };
    expect(tileSource(none)).toBeNull();
    expect(tileSource({ tiles: 'abc', tileSize: 512, levels: 5, fullWidth: 8192, fullHeight: 5793 })).toEqual(
      source,
    );
  });

  it('are of the coarsest level that is as sharp as the screen', () => {
    expect(levelFor(source, 512 / 8192)).toBe(0);
    expect(levelFor(source, 1000 / 8192)).toBe(1);
    expect(levelFor(source, 1400 / 8192)).toBe(2);
    expect(levelFor(source, 1)).toBe(4);
    expect(levelFor(source, 4)).toBe(4);
  });

  it('are not needed where the preview is as sharp', () => {
    expect(enough(1600, source, fit(source.size, frame).scale)).toBe(true);
    expect(enough(1600, source, 2 * fit(source.size, frame).scale)).toBe(false);
    expect(enough(0, source, 0.01)).toBe(false);
  });

  it('cover what is in view and no more, the middle first', () => {
    // One to one, at (2000, 1000): columns 3 to 5, rows 1 to 3.
    const tiles = tilesInView(source, 4, { scale: 1, x: -2000, y: -1000 }, frame);
    expect(new Set(tiles.map((tile) => tile.url))).toEqual(
      new Set([3, 4, 5].flatMap((column) => [1, 2, 3].map((row) => `/files/abc/4/${column}_${row}`))),
    );
    expect(tiles[0]?.url).toBe('/files/abc/4/4_2');
  });

  it('are smaller at the right and at the foot', () => {
    const last = tilesInView(source, 4, { scale: 1, x: -7400, y: -5200 }, frame).find((tile) =>
      tile.url.endsWith('/15_11'),
    );
    expect(last).toMatchObject({ x: 7680, y: 5632, w: 512, h: 161 });
    const whole = tilesInView(source, 0, fit(source.size, frame), frame);
    expect(whole).toMatchObject([{ x: 0, y: 0, w: 8192, h: 5793 }]);
  });
});
