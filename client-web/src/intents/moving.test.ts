import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HallModel } from '../model/hall_model';
import { packPlace, unpackPlace } from '../model/place';
import type { RoomNow } from '../model/rooms';
import { TILE, WALK_MS_PER_TILE } from '../model/scene_view';
import type { Point } from '../model/scene_view';
import { NO_EVENT } from '../model/catalogue';
import { testHall } from '../model/test_hall';
import { planFrom } from '../model/test_plan';
import type { Profile } from '../model/values';
import type { Answer } from '../net/connection';
import type { ClientBody } from '../net/codec';
import { Moving } from './moving';
import type { Visit } from './visit';

const PLAN = planFrom(['........................', '....................#...', '........................']);
const FRAME_MS = 16;
/** A state frame comes this often, and so late. */
const SERVED_MS = 100;
const LATE_MS = 80;
const START = { x: 16, y: 16 };
/** The middle of a tile 20 to the right, below the blocked one. */
const GOAL = { x: 20 * TILE + 16, y: 2 * TILE + 16 };
const GO = { case: 'booth', value: 311 } as const;

/** The hall's side of walking, as server/hall/moving.cpp and avatars.cpp have it, with a wire in between. */
class Server {
  place = packPlace(START.x, START.y, 0);
  sequence = 10;
  wishes = 0;
  /** Which wish, counted from 1, is not allowed. */
  refuses: (wish: number, to: Point) => boolean = () => false;
  private readonly wire_: { readonly atMs: number; readonly sequence: number; readonly place: number }[] = [];

  at(): Point {
    const { x, y } = unpackPlace(this.place);
    return { x, y };
  }

  tell(body: ClientBody, nowMs: number): boolean {
    if (body.case !== 'move') throw new Error(body.case);
    const { sequence = 0, place = 0 } = body.value;
    const ahead = (sequence - this.sequence) & 0xff;
    if (ahead === 0 || ahead >= 128) return true;
    this.wishes += 1;
    this.sequence = sequence;
    if (!this.refuses(this.wishes, unpackPlace(place))) this.place = place;
    this.say(nowMs);
    return true;
  }

  setDown(to: Point, nowMs: number): void {
    this.place = packPlace(to.x, to.y, 0);
    this.sequence = (this.sequence + 64) & 0xff;
    this.say(nowMs);
  }

  /** The newest record that has come through since the last frame: each is said once. */
  arrived(nowMs: number) {
    const news = this.wire_.filter((each) => each.atMs + LATE_MS <= nowMs);
    const last = this.wire_.splice(0, news.length).at(-1);
    return last && { ...unpackPlace(last.place), sequence: last.sequence };
  }

  private say(atMs: number): void {
    this.wire_.push({ atMs, sequence: this.sequence, place: this.place });
  }
}

describe('a walk which the server corrects', () => {
  let model: HallModel;
  let server: Server;
  let moving: Moving;
  let nowMs = 0;
  beforeEach(() => {
    nowMs = 0;
    model = testHall();
    model.settings.set({ view: 'hall', go: 'walk' });
    model.me.welcome({ person: 1, presents: [] } as unknown as Profile, 1, 1, true, []);
    model.link.set('live');
    model.catalogue.set({ event: NO_EVENT, topics: [], posters: [], sessions: [], rooms: [] }, PLAN);
    model.own.setPlan(PLAN);
    server = new Server();
    model.own.put(unpackPlace(server.place), server.sequence);
    const going = { place: packPlace(GOAL.x, GOAL.y, 0), setDown: false, sequence: 0 };
    const answer = { ok: true, body: { kind: 'body', body: { case: 'going', value: going } } };
    const visit = {
      ask: () => Promise.resolve(answer as unknown as Answer),
      tell: (body: ClientBody) => server.tell(body, nowMs),
    };
    moving = new Moving(model, visit as unknown as Visit, () => false);
  });

  function pass(ms: number): void {
    for (const endMs = nowMs + ms; nowMs < endMs;) {
      nowMs += FRAME_MS;
      moving.frame(FRAME_MS, nowMs);
      const record = nowMs % SERVED_MS < FRAME_MS ? server.arrived(nowMs) : undefined;
      if (record) model.own.confirm(record);
    }
  }
  const walked = (tiles: number): void => pass(tiles * WALK_MS_PER_TILE);

  it('goes on to its goal from where it was put', async () => {
    server.refuses = (wish) => wish === 12;
    expect(await moving.go(GO)).toBe(true);
    walked(30);
    expect(model.own.corrections).toBeGreaterThan(0);
    expect(model.own.point).toEqual(GOAL);
    expect(server.at(), 'and arrives there for all: its booth has one').toEqual(GOAL);
  });

  it('comes to its goal when the last steps were refused after it had come there', async () => {
    await moving.go(GO);
    server.refuses = (_, to) => Math.hypot(to.x - GOAL.x, to.y - GOAL.y) < TILE && nowMs < 4200;
    walked(40);
    expect(model.own.corrections).toBeGreaterThan(0);
    expect(server.at()).toEqual(GOAL);
  });

  it('goes on when it was clicked, too', async () => {
    server.refuses = (wish) => wish === 12;
    moving.walkTo({ x: 20, y: 2 });
    await vi.waitFor(() => expect(model.own.walker.onPath).toBe(true));
    walked(30);
    expect(server.at()).toEqual(GOAL);
  });

  it('counts for each walk anew', async () => {
    server.refuses = (wish) => wish % 4 === 0 && wish < 100;
    for (let walk = 0; walk < 8; walk++) {
      await moving.go(GO);
      walked(4);
    }
    walked(30);
    expect(model.own.corrections, 'more than one walk may have').toBeGreaterThan(8);
    expect(server.at()).toEqual(GOAL);
  });

  it('comes to its goal on a long walk, however often it was put right on the way', async () => {
    server.refuses = (wish) => wish % 4 === 0;
    await moving.go(GO);
    walked(100);
    expect(model.own.corrections, 'more than may be in one place').toBeGreaterThan(8);
    expect(server.at()).toEqual(GOAL);
  });

  it('is over where the server does not let one on, however often it is tried', async () => {
    server.refuses = (_, to) => to.x > 200;
    await moving.go(GO);
    walked(100);
    const { wishes } = server;
    expect(model.own.corrections).toBeGreaterThan(5);
    expect(model.own.corrections).toBeLessThan(30);
    walked(30);
    expect(server.wishes).toBe(wishes);
    expect(model.own.point).toEqual(server.at());
  });

  it('is over when one was set down elsewhere', async () => {
    await moving.go(GO);
    walked(5);
    server.setDown({ x: 48, y: 48 }, nowMs);
    walked(30);
    expect(model.own.point).toEqual({ x: 48, y: 48 });
    expect(server.at()).toEqual({ x: 48, y: 48 });
  });

  it('is over when there is no way from there', async () => {
    server.refuses = (wish) => wish === 12;
    await moving.go(GO);
    walked(4);
    const wall = planFrom([
      '..........#.............',
      '..........#.........#...',
      '..........#.............',
    ]);
    model.catalogue.set({ event: NO_EVENT, topics: [], posters: [], sessions: [], rooms: [] }, wall);
    walked(30);
    expect(model.own.corrections).toBeGreaterThan(0);
    expect(model.own.walker.onPath).toBe(false);
    expect(server.at().x).toBeLessThan(10 * TILE);
  });

  it('is over when another tab walks instead', async () => {
    server.refuses = (wish) => wish === 12;
    await moving.go(GO);
    walked(4);
    model.me.control(false, 2, true);
    model.own.confirm({ ...unpackPlace(packPlace(48, 16, 0)), sequence: server.sequence });
    expect(model.own.walker.onPath).toBe(false);
  });

  it('is over when one is in a room, and not taken up after it', async () => {
    await moving.go(GO);
    walked(4);
    model.rooms.put({ room: 1, inside: true } as unknown as RoomNow);
    const { wishes } = server;
    walked(30);
    expect(server.wishes).toBe(wishes);
    model.rooms.reset();
    walked(30);
    expect(model.own.walker.onPath).toBe(false);
    expect(server.at().x).toBeLessThan(GOAL.x / 2);
  });

  it('is over when keys took over', async () => {
    server.refuses = (wish) => wish === 12;
    await moving.go(GO);
    walked(3);
    moving.keyDown('ArrowRight');
    walked(3);
    moving.keyUp('ArrowRight');
    walked(30);
    expect(model.own.corrections).toBeGreaterThan(0);
    expect(server.at().x).toBeLessThan(10 * TILE);
  });

  it('by keys is no plan: it goes on as the keys say', () => {
    server.refuses = (wish) => wish === 12;
    moving.keyDown('ArrowRight');
    walked(6);
    moving.keyUp('ArrowRight');
    walked(1);
    const { wishes } = server;
    expect(model.own.corrections).toBeGreaterThan(0);
    walked(30);
    expect(server.wishes).toBe(wishes);
  });
});
