import { describe, expect, it } from 'vitest';
import { dateOf, isPlaylist, readPlaylist, targetDuration, timeOf } from './stream_dates';

const DAY = Date.UTC(2026, 3, 21, 9);
const pieces = [
  { start: 10, end: 12, dateMs: DAY },
  { start: 12, end: 14, dateMs: DAY + 2000 },
  // The encoder was started anew: 30 s were not taken.
  { start: 14, end: 16, dateMs: DAY + 34_000 },
];

describe('pieces and dates', () => {
  it('say when what is shown was taken', () => {
    expect(dateOf(pieces, 10)).toBe(DAY);
    expect(dateOf(pieces, 13.5)).toBe(DAY + 3500);
    expect(dateOf(pieces, 15)).toBe(DAY + 35_000);
    expect(dateOf(pieces, 17)).toBe(DAY + 37_000);
  });
  it('say where it is to be found, after a gap where the gap ends', () => {
    expect(timeOf(pieces, DAY + 3500)).toBe(13.5);
    expect(timeOf(pieces, DAY + 20_000)).toBe(14);
    expect(timeOf(pieces, DAY + 35_000)).toBe(15);
    expect(timeOf(pieces, DAY - 1000)).toBe(9);
    expect(timeOf(pieces, DAY + 40_000)).toBe(20);
  });
  it('say nothing without dates', () => {
    expect(dateOf([{ start: 0, end: 2, dateMs: null }], 1)).toBeNull();
    expect(timeOf([], DAY)).toBeNull();
  });
});

describe('a playlist', () => {
  it('is told by its path, as the server tells it', () => {
    expect(isPlaylist('https://v.example/live/MAIN.m3u8?key=a')).toBe(true);
    for (const other of [
      '',
      'main.m3u8',
      'https://v.example/?f=a.m3u8',
      'https://v.example/a.mp4',
      'data:a.m3u8',
    ])
      expect(isPlaylist(other), other).toBe(false);
  });
  it('says whether sound or captions come apart, and names a stream', () => {
    const main =
      '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n\nlow/a.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=2\nhigh.m3u8\n';
    expect(readPlaylist(main)).toEqual({ apart: false, first: 'low/a.m3u8' });
    expect(readPlaylist(`${main}#EXT-X-MEDIA:TYPE=SUBTITLES,URI="s.m3u8"`)).toMatchObject({ apart: true });
    expect(readPlaylist('#EXTM3U\r\n#EXT-X-MEDIA-SEQUENCE:4\r\n#EXTINF:2,\r\na.m4s')).toEqual({
      apart: false,
      first: '',
    });
    expect(readPlaylist('<!doctype html>')).toBeNull();
  });
  it('says how long its pieces are', () => {
    expect(targetDuration('#EXTM3U\n#EXT-X-TARGETDURATION:4\n')).toBe(4);
    expect(targetDuration('#EXTM3U')).toBe(6);
  });
});
