// A hall of any size for the development page, with the server's geometry, and people who walk in it. Not part of the
// build.

import { encodeLook, lookFromId, seededRandom, surpriseLook } from './model/avatar_look';
import { walkable } from './model/geometry';
import { centreOf } from './model/geometry_floor';
import { findPath } from './model/path';
import { WALK_SPEED } from './model/walker';
import type {
  BoothView,
  DoorView,
  Facing,
  FurnitureView,
  PlanView,
  Point,
  PosterView,
  TableView,
  Tile,
  VisitorView,
} from './model/scene_view';
import { posterDataUrl } from './dev_posters';

const TOPICS = [
  'Audio',
  'Vision',
  'Language & RL',
  'Medical & health',
  'Data',
  'Platforms & tools',
  'Science',
  'Edge',
];

export function devPlan(posters: number): PlanView {
  const blocks = Math.min(5, Math.max(1, Math.round(Math.sqrt(1.4 * posters) / 5)));
  const columns = blocks * 5;
  const aisles = Math.ceil((posters * 1.1) / columns);
  const above = Math.floor(aisles / 2);
  const foyer = blocks === 1 ? 18 : 12;
  const width = 6 + columns * 5 + (blocks - 1) * 3;
  const height = aisles * 7 + foyer;
  const floor = new Uint8Array(width * height);
  const blocked = new Uint8Array(width * height);
  const fill = (into: Uint8Array, x: number, y: number, w: number, h: number, value: number): void => {
    for (let row = y; row < y + h; row++) into.fill(value, row * width + x, row * width + x + w);
  };
  const columnX = (column: number): number => 3 + Math.floor(column / 5) * 28 + (column % 5) * 5;
  const aisleY = (aisle: number): number => (aisle - 1) * 7 + (aisle > above ? foyer : 0);
  const topicOf = (aisle: number, block: number): number =>
    Math.min(
      7,
      Math.floor(((aisle - 1) * blocks + (aisle % 2 ? block : blocks - 1 - block)) / ((aisles * blocks) / 8)),
    );
  const booths: BoothView[] = [];
  const furniture: FurnitureView[] = [];
  const signs: PlanView['signs'][number][] = [];
  const aisleNumbers: PlanView['aisleNumbers'][number][] = [];
  const put = (kind: FurnitureView['kind'], x: number, y: number, w: number, h: number): void => {
    furniture.push({ kind, rect: { x, y, w, h } });
    fill(blocked, x, y, w, h, 1);
  };
  const signed = new Set<string>();
  for (let aisle = 1; aisle <= aisles; aisle++) {
    const y = aisleY(aisle);
    for (let column = 0; column < columns; column++) {
      const x = columnX(column);
      const block = Math.floor(column / 5);
      const topic = topicOf(aisle, block);
      fill(floor, x, y, 5, 7, topic + 1);
      fill(blocked, x, y, 5, 2, 1);
      booths.push({
        number: aisle * 100 + column + 1,
        topic,
        all: { x, y, w: 5, h: 7 },
        rug: { x, y: y + 2, w: 5, h: 3 },
        presenter: { x: x + 4, y: y + 3 },
        hasPoster: booths.length < posters,
      });
      if (column % 5 === 0 && !signed.has(`${String(block)}/${String(topic)}`)) {
        signed.add(`${String(block)}/${String(topic)}`);
        const right = block > 0 || blocks === 1;
        const at = { x: right ? x : columnX(column + 4), y: y + 5 };
        signs.push({ at, letter: 'ABCDEFGH'.charAt(topic), name: TOPICS[topic] ?? '', topic, right });
      }
    }
    for (let block = 0; block + 1 < blocks; block++) {
      const x = 3 + block * 28 + 25;
      aisleNumbers.push({ at: { x, y: y + 2 }, aisle });
      if ((aisle + 2 * block) % 4 === 1) put('bench', x + (aisle % 2), y + 1, 2, 1);
      if ((aisle + 2 * block) % 4 === 3) for (const dx of [0, 2]) put('plant', x + dx, y, 1, 1);
    }
  }
  const top = above * 7;
  const stage = { x: 3, y: top, w: 15, h: 6 };
  fill(blocked, stage.x, stage.y, stage.w, stage.h, 1);
  const tables: TableView[] = [];
  const table = (x: number, y: number): void => {
    put('table', x + 1, y + 1, 2, 1);
    tables.push({ table: { x: x + 1, y: y + 1, w: 2, h: 1 }, zone: { x, y, w: 4, h: 3 } });
  };
  table(22, top + 3);
  table(20, top + 7);
  put('plant', 19, top + 5, 1, 1);
  put('plant', 25, top + 8, 1, 1);
  for (let block = 1; block < blocks; block++) {
    const x = 3 + block * 28;
    table(x + 2, top + 3);
    put('help_desk', x + 10, top + 4, 5, 2);
    put('plant', x + 9, top + 5, 1, 1);
    table(x + 19, top + 3);
    table(x + 5, top + 7);
    put('bench', x + 11, top + 8, 2, 1);
    table(x + 16, top + 7);
  }
  const doors: DoorView[] = [];
  for (let i = 0; i < Math.min(4, columns - 3); i++) {
    const x = columnX(3 + i) + 1;
    doors.push({
      room: i + 1,
      name: `Breakout ${String(i + 1)}`,
      rect: { x, y: top, w: 3, h: 2 },
      front: { x: x + 1, y: top + 2 },
    });
    fill(blocked, x, top, 3, 2, 1);
  }
  doors.push({
    room: 9,
    name: 'Breakout 9',
    rect: { x: 0, y: top + 2, w: 1, h: 3 },
    front: { x: 1, y: top + 3 },
  });
  fill(blocked, 0, top + 2, 1, 3, 1);
  return {
    width,
    height,
    floor,
    blocked,
    booths,
    furniture,
    tables,
    doors,
    signs,
    aisleNumbers,
    stage,
    audience: { x: 3, y: top + 6, w: 15, h: 4 },
    foyer: { x: 0, y: top, w: width, h: foyer },
  };
}

const TITLES = [
  'Drift alarms for tiny models on the edge',
  'Distributed training without tears',
  'نماذج لغوية للعربية الفصحى',
  '画像認識のための軽量モデル',
  'Reproducible pipelines for cardiac imaging',
  'Sparse attention, dense results',
];

export function devPosters(plan: PlanView): PosterView[] {
  const random = seededRandom(42);
  return plan.booths
    .filter((booth) => booth.hasPoster)
    .map((booth, i) => {
      const portrait = random() < 0.25;
      const roll = random();
      const lamp = roll < 0.45 ? 'on' : roll < 0.6 ? 'soon' : 'off';
      const next = lamp === 'on' ? '' : lamp === 'soon' ? '16:00' : random() < 0.5 ? '23:00' : '00:00 +1';
      return {
        number: booth.number,
        title: TITLES[i % TITLES.length] ?? '',
        topic: booth.topic,
        thumbnailUrl: posterDataUrl(booth.number, portrait),
        portrait,
        empty: i % 17 === 11,
        lamp,
        nextText: next,
        visitors: Math.floor(random() * 6),
        saved: i % 9 === 3,
      };
    });
}

const NAMES = [
  'Amara',
  'Noor',
  'Elif',
  'Piotr',
  'Wei',
  '山田 太郎',
  'Inés',
  'Ravi',
  'יוסי',
  'Kofi',
  'Lena',
  'Jo',
];

interface Bot {
  base: VisitorView;
  at: Point;
  way: Point[];
  facing: Facing;
  pauseMs: number;
}

export class Crowd {
  private readonly bots_: Bot[] = [];
  private readonly random_ = seededRandom(7);
  private readonly free_: Tile[] = [];

  constructor(
    private readonly plan_: PlanView,
    posters: readonly PosterView[],
    count: number,
  ) {
    for (let y = 0; y < plan_.height; y++) {
      for (let x = 0; x < plan_.width; x++) if (walkable(plan_, x, y)) this.free_.push({ x, y });
    }
    const lit = posters.filter((poster) => poster.lamp === 'on');
    for (let i = 0; i < count; i++) this.add(i, lit[i]?.number ?? 0);
  }

  private add(i: number, presents: number): void {
    const booth = this.plan_.booths.find((one) => one.number === presents);
    const near = this.plan_.booths[Math.floor(this.random_() * this.plan_.booths.length)];
    let tile = this.free_[Math.floor(this.random_() * this.free_.length)] ?? { x: 0, y: 0 };
    if (booth) tile = booth.presenter;
    else if (near && i % 3 > 0) {
      tile = {
        x: near.rug.x + Math.floor(this.random_() * 5),
        y: near.rug.y + Math.floor(this.random_() * 3),
      };
    }
    const name = NAMES[i % NAMES.length] ?? '';
    const look = encodeLook(i % 2 === 0 ? lookFromId(i) : surpriseLook(this.random_));
    const base: VisitorView = {
      id: i + 1,
      x: 0,
      y: 0,
      facing: booth ? 2 : 1,
      walking: false,
      look,
      name: `${name} Example`,
      shortName: name,
      affiliation: 'University of Somewhere',
      me: i === 60 % Math.max(1, 61),
      away: i % 23 === 7,
      listMode: i % 19 === 5,
      presents: booth !== undefined,
      keptInSight: i % 31 === 4,
      talkingWithMe: false,
    };
    this.bots_.push({
      base,
      at: centreOf(tile),
      way: [],
      facing: base.facing,
      pauseMs: this.random_() * 4000,
    });
  }

  /** `part` of those who are not presenting walk about. */
  step(ms: number, part: number): void {
    this.bots_.forEach((bot, i) => {
      if (bot.base.presents || bot.base.me || (i % 100) / 100 >= part) return;
      bot.pauseMs -= ms;
      if (bot.pauseMs > 0) return;
      if (bot.way.length === 0) this.choose(bot);
      this.walk(bot, WALK_SPEED * ms);
    });
  }

  private choose(bot: Bot): void {
    const from = { x: Math.floor(bot.at.x / 32), y: Math.floor(bot.at.y / 32) };
    const near = this.free_.filter((tile) => Math.abs(tile.x - from.x) + Math.abs(tile.y - from.y) < 14);
    const to = near[Math.floor(this.random_() * near.length)];
    if (to) bot.way = findPath(this.plan_, from, to).slice(1).map(centreOf);
  }

  private walk(bot: Bot, far: number): void {
    const next = bot.way[0];
    if (!next) {
      bot.pauseMs = 500 + this.random_() * 3000;
      return;
    }
    const dx = next.x - bot.at.x;
    const dy = next.y - bot.at.y;
    const distance = Math.hypot(dx, dy);
    if (Math.abs(dx) >= Math.abs(dy)) bot.facing = dx < 0 ? 2 : 3;
    else bot.facing = dy < 0 ? 1 : 0;
    if (distance <= far) {
      bot.at = next;
      bot.way.shift();
    } else {
      bot.at = { x: bot.at.x + (dx / distance) * far, y: bot.at.y + (dy / distance) * far };
    }
  }

  get me(): Bot | undefined {
    return this.bots_.find((bot) => bot.base.me);
  }

  visitors(nowMs: number): VisitorView[] {
    return this.bots_.map((bot, i) => ({
      ...bot.base,
      ...bot.at,
      facing: bot.facing,
      walking: bot.way.length > 0,
      bubble:
        i % 14 === 3 ? { text: 'Does it also work with sparse inputs?', untilMs: nowMs + 1000 } : undefined,
      emote: i % 29 === 6 ? { emoji: '👏', untilMs: nowMs + 1000 } : undefined,
    }));
  }
}
