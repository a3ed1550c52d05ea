// Booth walls with what hangs on them, and the doors: one baked picture each, made again when its facts change.
// Runs on: the page's thread. Owns: its sprites and the thumbnails.

import { inflate, overlaps, pixelsOf } from '../model/geometry_floor';
import type { Rect } from '../model/geometry';
import type { BoothView, DoorState, DoorView, PlanView, PosterView } from '../model/scene_view';
import {
  BOOTH_ORIGIN_Y,
  BOOTH_PICTURE_HEIGHT,
  BOOTH_WIDTH,
  boardBox,
  drawBoothMid,
  drawBoothNear,
} from './art/booth_art';
import type { BoothPicture } from './art/booth_art';
import { DOOR_PICTURE, drawDoor } from './art/stage_art';
import type { DoorSide } from './art/stage_art';
import { OTHER_SCALES } from './frame';
import type { Frame } from './frame';
import { SpritePool } from './sprite_pool';
import { Thumbnails } from './thumbnails';
import type { Thumbnail } from './thumbnails';

export class BoothLayer {
  readonly pool = new SpritePool();
  private readonly thumbnails_: Thumbnails;
  private plan_: PlanView | null = null;
  private posters_: ReadonlyMap<number, PosterView> = new Map();
  private doors_: ReadonlyMap<number, DoorState> = new Map();
  private readonly versions_ = new Map<number, { picture: BoothPicture; version: string }>();
  private boards_: Rect[] = [];
  private visible_ = 0;

  constructor(wantsFrame: () => void) {
    this.thumbnails_ = new Thumbnails(wantsFrame);
  }

  setPlan(plan: PlanView): void {
    this.plan_ = plan;
  }
  setPosters(posters: ReadonlyMap<number, PosterView>): void {
    this.posters_ = posters;
  }
  setDoors(doors: ReadonlyMap<number, DoorState>): void {
    this.doors_ = doors;
  }

  /** Boards in the picture, hall pixels: bubbles keep off them. */
  get boards(): readonly Rect[] {
    return this.boards_;
  }
  get visibleBooths(): number {
    return this.visible_;
  }
  get loading(): number {
    return this.thumbnails_.pending;
  }

  draw(frame: Frame): void {
    this.pool.begin();
    this.boards_ = [];
    this.visible_ = 0;
    this.thumbnails_.beginFrame();
    const area = inflate(frame.rect, 16);
    for (const booth of this.plan_?.booths ?? []) {
      const all = pixelsOf(booth.all);
      if (!overlaps(all, area)) continue;
      this.visible_++;
      if (frame.detail !== 'far') this.drawBooth(frame, booth, all);
    }
    for (const door of this.plan_?.doors ?? []) {
      if (overlaps(inflate(pixelsOf(door.rect), 140), area)) this.drawDoor(frame, door);
    }
    this.thumbnails_.endFrame();
    this.pool.end();
  }

  private drawBooth(frame: Frame, booth: BoothView, all: Rect): void {
    const poster = this.posters_.get(booth.number) ?? null;
    const near = frame.detail === 'near';
    const thumbnail = poster ? this.thumbnailOf(frame, poster) : null;
    const showThumbnail = near && !frame.budget.dropped('thumbnails');
    const picture: BoothPicture = {
      booth,
      poster,
      thumbnail: showThumbnail ? (thumbnail?.canvas ?? null) : null,
      flatColour: thumbnail?.flatColour ?? null,
      glow: !frame.budget.dropped('glow'),
      posterToCome: frame.words.posterToCome,
    };
    const version = `${frame.detail} ${this.version(picture)}`;
    const key = `booth ${String(booth.number)} ${String(frame.hallScale)}`;
    const baked = frame.baker.want(key, version, () => ({
      w: BOOTH_WIDTH,
      h: BOOTH_PICTURE_HEIGHT,
      scale: frame.hallScale,
      draw: (pen) => {
        pen.g.translate(0, BOOTH_ORIGIN_Y);
        if (near) drawBoothNear(pen, picture);
        else drawBoothMid(pen, picture);
      },
    }));
    const texture = baked ?? otherScale(frame, booth);
    if (texture) this.pool.put(texture, all.x, all.y - BOOTH_ORIGIN_Y);
    if (near && poster) {
      const board = boardBox(poster.portrait);
      this.boards_.push({ x: all.x + board.x - 2, y: all.y + board.y - 2, w: board.w + 4, h: board.h + 4 });
    }
  }

  /** The same facts make the same picture: their text is made once, not in every frame. */
  private version(picture: BoothPicture): string {
    const { number } = picture.booth;
    const known = this.versions_.get(number);
    const { poster, thumbnail, flatColour, glow } = picture;
    if (
      known?.picture.poster === poster &&
      known.picture.booth === picture.booth &&
      known.picture.thumbnail === thumbnail &&
      known.picture.flatColour === flatColour &&
      known.picture.glow === glow
    ) {
      return known.version;
    }
    const version = boothVersion(picture);
    this.versions_.set(number, { picture, version });
    return version;
  }

  private thumbnailOf(frame: Frame, poster: PosterView): Thumbnail | null {
    if (poster.thumbnailUrl === null || poster.empty) return null;
    if (frame.detail !== 'near') return this.thumbnails_.known(poster.thumbnailUrl);
    const { w, h } = boardBox(poster.portrait);
    return this.thumbnails_.get(poster.thumbnailUrl, w, h);
  }

  private drawDoor(frame: Frame, door: DoorView): void {
    const state = this.doors_.get(door.room);
    const open = state?.open ?? false;
    const near = frame.detail === 'near';
    const words = near ? { name: door.name, state: state?.state ?? '' } : { name: '', state: '' };
    const { w, h, x, y } = pixelsOf(door.rect);
    const side: DoorSide = w >= h ? 'front' : door.front.x > door.rect.x ? 'west' : 'east';
    const key = `door ${String(door.room)} ${String(frame.hallScale)}`;
    const texture = frame.baker.want(
      key,
      `${door.name}|${words.name}|${words.state}|${String(open)}`,
      () => ({
        w: w + DOOR_PICTURE.left + DOOR_PICTURE.right,
        h: h + DOOR_PICTURE.top + DOOR_PICTURE.bottom,
        scale: frame.hallScale,
        draw: (pen) => {
          pen.g.translate(DOOR_PICTURE.left, DOOR_PICTURE.top);
          drawDoor(pen, w, h, { ...words, side, open });
        },
      }),
    );
    if (texture) this.pool.put(texture, x - DOOR_PICTURE.left, y - DOOR_PICTURE.top);
  }
}

/** Everything a booth's picture depends on. */
function boothVersion({ booth, poster, thumbnail, flatColour, glow }: BoothPicture): string {
  if (!poster) return `free ${String(booth.topic)}`;
  const lit = poster.lamp === 'on' && glow ? 'lit' : '';
  return [
    booth.topic,
    poster.title,
    poster.lamp,
    lit,
    poster.lamp === 'on' ? '' : poster.nextText,
    poster.visitors,
    poster.saved ? 's' : '',
    poster.empty ? 'e' : '',
    poster.portrait ? 'p' : '',
    poster.thumbnailUrl ?? '',
    thumbnail ? 'i' : '',
    flatColour ?? '',
  ].join('|');
}

function otherScale(frame: Frame, booth: BoothView): ReturnType<Frame['baker']['peek']> {
  for (const scale of OTHER_SCALES) {
    const found = frame.baker.peek(`booth ${String(booth.number)} ${String(scale * frame.density)}`);
    if (found) return found;
  }
  return null;
}
