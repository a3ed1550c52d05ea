import { describe, expect, it } from 'vitest';
import { BEHIND_MS, PlaceTrack, PlaceTracks } from './interpolation';

describe('others, a little behind', () => {
  it('walk evenly between the places that came', () => {
    const track = new PlaceTrack();
    let last = -1;
    for (let now = 0; now <= 1000; now += 10) {
      if (now % 100 === 0) track.push((now / 100) * 19, 0, 3, now);
      if (now < 200) continue;
      const at = track.at(now);
      expect(at?.x).toBeCloseTo(((now - BEHIND_MS) / 100) * 19, 5);
      expect(at?.walking).toBe(true);
      expect(at?.facing).toBe(3);
      expect(at?.x).toBeGreaterThan(last);
      last = at?.x ?? 0;
    }
  });

  it('stand when they have arrived, and are settled then', () => {
    const track = new PlaceTrack();
    track.push(0, 0, 0, 0);
    track.push(19, 0, 3, 100);
    expect(track.settled(150)).toBe(false);
    expect(track.at(100 + BEHIND_MS)).toEqual({ x: 19, y: 0, facing: 3, walking: false });
    expect(track.settled(100 + BEHIND_MS)).toBe(true);
  });

  it('begin a walk when it began, not when they were last heard of', () => {
    const track = new PlaceTrack();
    track.push(100, 100, 0, 0);
    track.push(119, 100, 3, 5000);
    expect(track.at(4900 + BEHIND_MS - 1)?.x).toBe(100);
    expect(track.at(4950 + BEHIND_MS)?.x).toBeCloseTo(109.5, 5);
  });

  it('jump when set down farther away than four tiles, and do not slide there', () => {
    const track = new PlaceTrack();
    track.push(0, 0, 0, 0);
    track.push(4 * 32, 0, 0, 100);
    expect(track.at(150)?.x).toBeLessThan(4 * 32);
    track.push(4 * 32 + 4 * 32 + 1, 0, 1, 200);
    expect(track.at(200)).toEqual({ x: 8 * 32 + 1, y: 0, facing: 1, walking: false });
  });

  it('turn on the spot without walking', () => {
    const track = new PlaceTrack();
    track.push(50, 50, 0, 0);
    track.push(50, 50, 2, 100);
    expect(track.at(50 + BEHIND_MS)).toEqual({ x: 50, y: 50, facing: 0, walking: false });
    expect(track.at(100 + BEHIND_MS)?.facing).toBe(2);
  });

  it('bear places that come late, twice, or at the same moment', () => {
    const track = new PlaceTrack();
    track.push(0, 0, 0, 100);
    track.push(10, 0, 3, 200);
    track.push(12, 0, 3, 200);
    track.push(20, 0, 3, 150);
    const xs = [300, 320, 400].map((now) => track.at(now)?.x ?? -1);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    expect(track.at(1000)?.x).toBe(20);
  });

  it('keep a bounded past', () => {
    const track = new PlaceTrack();
    for (let i = 0; i < 500; i++) track.push(i * 10, 0, 3, i * 100);
    expect(track.at(0)?.x).toBeGreaterThan(4800);
  });
});

describe('all the others', () => {
  it('are known by id, until they leave', () => {
    const tracks = new PlaceTracks();
    tracks.push(7, 10, 20, 1, 0);
    expect(tracks.at(7, 500)).toEqual({ x: 10, y: 20, facing: 1, walking: false });
    expect(tracks.latest(7)?.x).toBe(10);
    expect(tracks.moving(500)).toBe(false);
    tracks.push(7, 20, 20, 3, 490);
    expect(tracks.moving(500)).toBe(true);
    tracks.remove(7);
    expect(tracks.at(7, 500)).toBeNull();
    expect(tracks.moving(500)).toBe(false);
  });
});
