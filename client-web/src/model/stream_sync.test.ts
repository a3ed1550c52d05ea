import { describe, expect, it } from 'vitest';
import { delayFor, FAR_MS, StreamSync } from './stream_sync';

const PIECE = 2000;
const DELAY = 3 * PIECE + 2000;

/** A player on a clock of the test's own: pieces are cut every two seconds, jumps take a while. */
class Player {
  readonly sync = new StreamSync();
  shown: number;
  rate = 1;
  jumps = 0;
  readonly rates: number[] = [];
  private waitsUntil = 0;

  constructor(
    behindMs: number,
    private readonly jumpTakes = 0,
    public now = 1_000_000_000,
  ) {
    this.shown = now - behindMs;
  }

  run(ms: number, stalled = false): void {
    for (const end = this.now + ms; this.now < end; this.now += 250) {
      const moving = !stalled && this.now >= this.waitsUntil;
      const newestMs = Math.floor(this.now / PIECE) * PIECE - 300;
      const step = this.sync.step({ nowMs: this.now, shownMs: this.shown, newestMs, pieceMs: PIECE, moving });
      this.rate = step.rate;
      this.rates.push(step.rate);
      if (step.jumpTo !== null) {
        this.jumps += 1;
        this.shown = step.jumpTo;
        this.waitsUntil = this.now + 250 + this.jumpTakes;
      }
      if (!stalled && this.now + 250 > this.waitsUntil) this.shown += 250 * this.rate;
    }
  }

  get off(): number {
    return this.shown - (this.now - DELAY);
  }
}

describe('the moment everybody sees', () => {
  it('follows from the playlist: three pieces and two seconds ago', () => {
    expect(delayFor(PIECE, 2300)).toBe(DELAY);
    expect(delayFor(6000, 0)).toBe(20_000);
  });
  it('is farther back, in steps, where the stream comes late, and does not come nearer again', () => {
    expect(delayFor(PIECE, 6001)).toBe(2 * DELAY);
    expect(delayFor(PIECE, 20_000)).toBe(4 * DELAY);
    expect(delayFor(PIECE, 500, 2 * DELAY)).toBe(2 * DELAY);
    expect(delayFor(PIECE, 9e12)).toBeLessThan(9e7);
  });
});

describe('a player in step', () => {
  it('is left alone where it is near', () => {
    const player = new Player(DELAY - 200);
    player.run(10_000);
    expect(player.jumps).toBe(0);
    expect(new Set(player.rates)).toEqual(new Set([1]));
  });
  it.each([700, -700])(
    'is nudged when %i ms off, by a tenth at most, without a jump, and then let go',
    (off) => {
      const player = new Player(DELAY - off);
      player.run(20_000);
      expect(player.jumps).toBe(0);
      expect(Math.abs(player.off)).toBeLessThan(250);
      expect(Math.max(...player.rates)).toBeLessThanOrEqual(1.1);
      expect(Math.min(...player.rates)).toBeGreaterThanOrEqual(0.9);
      expect(player.rate).toBe(1);
    },
  );
  it.each([8000, -60_000])('jumps when %i ms off', (off) => {
    const player = new Player(DELAY - off);
    player.run(5000);
    expect(player.jumps).toBe(1);
    expect(Math.abs(player.off)).toBeLessThan(FAR_MS);
  });
  it('learns how long its jumps take and does not jump for ever', () => {
    const player = new Player(60_000, 2500);
    player.run(60_000);
    expect(player.jumps).toBeLessThanOrEqual(2);
    expect(Math.abs(player.off)).toBeLessThan(FAR_MS);
  });
  it('comes back after it waited for pieces', () => {
    const player = new Player(DELAY);
    player.run(5000);
    player.run(4000, true);
    player.run(8000);
    expect(player.jumps).toBe(1);
    expect(Math.abs(player.off)).toBeLessThan(FAR_MS);
  });
  it('does nothing while paused, and without dates', () => {
    const sync = new StreamSync();
    const moment = { nowMs: 1e6, shownMs: 0, newestMs: 1e6, pieceMs: PIECE, moving: false };
    expect(sync.step(moment)).toMatchObject({ rate: 1, jumpTo: null, held: false });
    expect(sync.step({ ...moment, moving: true, shownMs: null })).toMatchObject({
      jumpTo: null,
      offMs: null,
    });
    expect(sync.step({ ...moment, moving: true, newestMs: null })).toMatchObject({ jumpTo: null, rate: 1 });
  });
  it('is within two seconds of every other, whenever they came and whatever happened to them', () => {
    const players = [
      new Player(0),
      new Player(90_000, 1800),
      new Player(DELAY + 900),
      new Player(DELAY - 900),
    ];
    players[3]?.run(3000, true);
    players.forEach((player) => player.run(40_000 - (player.now - 1_000_000_000)));
    const shown = players.map((player) => player.shown);
    expect(Math.max(...shown) - Math.min(...shown)).toBeLessThan(2000);
  });
});
