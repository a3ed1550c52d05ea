import { describe, expect, it } from 'vitest';
import { isDecidable, isUnderWay, nextPiece } from './poster_files';
import type { Upload } from './poster_files';
import { momentOf, wallTime } from './zones_more';

describe('the pieces of a file', () => {
  it('grow while they go quickly, up to what the server takes, and shrink on a slow line', () => {
    expect(nextPiece(65_536, 100, 262_144)).toBe(131_072);
    expect(nextPiece(262_144, 100, 262_144)).toBe(262_144);
    expect(nextPiece(65_536, 1000, 262_144)).toBe(65_536);
    expect(nextPiece(65_536, 3000, 262_144)).toBe(32_768);
    expect(nextPiece(8192, 9000, 262_144)).toBe(8192);
  });
});

describe('an upload', () => {
  const file = {} as Upload['file'];
  const upload = (state: Upload['state'], of: Upload['file'] = null): Upload =>
    ({ state, file: of }) as Upload;
  it('is decided upon from its preview on, and followed until it is ready', () => {
    expect(isDecidable(upload('preview', file))).toBe(true);
    expect(isDecidable(upload('ready', file))).toBe(true);
    expect(isDecidable(upload('ready'))).toBe(false);
    expect(isDecidable(upload('asked', file))).toBe(false);
    expect(
      ['waiting', 'preview', 'ready'].map((state) => isUnderWay(upload(state as Upload['state']))),
    ).toEqual([true, true, false]);
  });
});

describe('a time on the wall', () => {
  it('is that moment in its zone, and back', () => {
    const ms = Date.parse('2026-04-21T12:30:00Z');
    expect(wallTime('Africa/Lagos', ms)).toBe('2026-04-21T13:30');
    expect(momentOf('Africa/Lagos', '2026-04-21T13:30')).toBe(ms);
    expect(momentOf('Asia/Kathmandu', wallTime('Asia/Kathmandu', ms))).toBe(ms);
  });
  it('is the first of two when clocks go back, and the next there is when they go forward', () => {
    expect(momentOf('Europe/Oslo', '2026-10-25T02:30')).toBe(Date.parse('2026-10-25T00:30:00Z'));
    expect(wallTime('Europe/Oslo', momentOf('Europe/Oslo', '2026-03-29T02:30'))).toBe('2026-03-29T03:30');
  });
});
