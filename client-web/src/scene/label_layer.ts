// Everything written over people: name tags, counts, circle labels, bubbles, emotes. Levels and places are found
// ten times a second and follow their people in between, so that names do not jump about.
// Runs on: the page's thread. Owns: its sprites.

import type { Texture } from 'pixi.js';
import { overlaps } from '../model/geometry_floor';
import type { Rect } from '../model/geometry';
import type { VisitorView } from '../model/scene_view';
import { BUBBLE_TAIL, drawBubble, drawCount, drawEmote, EMOTE_SIZE, measureCount } from './art/label_art';
import type { Size } from './art/label_art';
import { rectOnScreen, screenRect, toScreen } from './frame';
import type { Frame } from './frame';
import type { LabelMeasure } from './label_measure';
import { placeBubbles, placeTags, TAG_GAP } from './label_places';
import type { BubblePlace, TagPlace } from './label_places';
import { headBox } from './body';
import { SpritePool } from './sprite_pool';
import { tagLevels } from './tag_levels';
import type { Crowd, TagLevel, TagSubject } from './tag_levels';
import { tagContent } from './tag_content';

const REPLACE_MS = 100;
const MOST_BUBBLES = 5;
/** The head's top above the feet, hall pixels. */
const HEAD_HEIGHT = 56;

export class LabelLayer {
  readonly pool = new SpritePool();
  private placedMs_ = -Infinity;
  private placedFor_ = '';
  private drawnSince_ = false;
  private tags_ = new Map<number, TagPlace>();
  private crowds_: readonly Crowd[] = [];
  private audienceFoot_ = { x: 0, y: 0 };
  private bubbles_ = new Map<number, BubblePlace & { dx: number; dy: number }>();

  constructor(private readonly measure_: LabelMeasure) {}

  /** Another floor, other people. */
  reset(): void {
    this.placedMs_ = -Infinity;
  }

  /** Something was drawn since places were found: one more frame is wanted even if nothing moves any more. */
  unsettled(nowMs: number): boolean {
    return this.drawnSince_ && this.stale(nowMs);
  }

  /** `singledOut`: hovered or focused visitors. `boards`: what bubbles keep off, hall pixels. */
  draw(
    frame: Frame,
    singledOut: ReadonlySet<number>,
    boards: readonly Rect[],
    audienceFoot: { x: number; y: number },
  ): void {
    this.pool.begin();
    this.audienceFoot_ = audienceFoot;
    if (frame.detail === 'far') {
      this.drawWhereIAm(frame);
    } else {
      this.place(frame, singledOut, boards);
      this.drawTags(frame);
      this.drawCounts(frame);
      this.drawBubbles(frame);
      this.drawEmotes(frame);
    }
    this.pool.end();
  }

  // -------------------------------------------------------------------------------------------------- places

  private stale(nowMs: number): boolean {
    return nowMs - this.placedMs_ >= REPLACE_MS || nowMs < this.placedMs_;
  }

  private place(frame: Frame, singledOut: ReadonlySet<number>, boards: readonly Rect[]): void {
    const asked = `${[...singledOut].join()} ${String(frame.zoom)} ${String(frame.visitors.length)}`;
    this.drawnSince_ = true;
    if (!this.stale(frame.nowMs) && asked === this.placedFor_) return;
    this.drawnSince_ = false;
    this.placedMs_ = frame.nowMs;
    this.placedFor_ = asked;
    const inCircle = new Set(frame.view.circles.flatMap((circle) => circle.memberIds));
    const me = frame.visitors.find((visitor) => visitor.me);
    const centre = me ?? { x: frame.rect.x + frame.rect.w / 2, y: frame.rect.y + frame.rect.h / 2 };
    const subjects = frame.visitors.map((one) =>
      subjectOf(one, singledOut.has(one.id), inCircle.has(one.id)),
    );
    const { levels, crowds } = tagLevels(subjects, centre, {
      onlySingledOut: frame.detail === 'mid',
      withoutOthers: frame.budget.dropped('other tags'),
    });
    this.crowds_ = frame.detail === 'near' ? crowds : [];
    this.placeTags(frame, levels);
    this.placeBubbles(frame, centre, boards);
  }

  private placeTags(frame: Frame, levels: ReadonlyMap<number, TagLevel>): void {
    const heads = frame.visitors.map((one) => ({ id: one.id, rect: rectOnScreen(frame, headBox(one)) }));
    const requests = frame.visitors
      .filter((one) => (levels.get(one.id) ?? 0) > 0)
      .map((one) => ({
        id: one.id,
        ...toScreen(frame, one.x, one.y),
        level: levels.get(one.id) ?? 0,
        always: one.me || one.presents || (levels.get(one.id) ?? 0) > 2,
        sizes: this.tagSizes(frame, one),
      }));
    const counts = this.crowds_.map((crowd) =>
      this.countRect(frame, crowd.x, crowd.y, countWords(frame, crowd)),
    );
    if (frame.audience.count > 0) counts.push(this.audienceRect(frame));
    this.tags_ = new Map(placeTags(requests, heads, counts).map((place) => [place.id, place]));
  }

  private tagSizes(frame: Frame, visitor: VisitorView): (Size | null)[] {
    return ([0, 1, 2, 3] as const).map((level) => {
      if (level === 0) return null;
      const size = this.measure_.tag(tagContent(visitor, level, frame.words));
      return { w: size.w * frame.labelSize, h: size.h * frame.labelSize };
    });
  }

  private placeBubbles(frame: Frame, centre: { x: number; y: number }, boards: readonly Rect[]): void {
    const onlyKnown = frame.budget.dropped('bubbles of strangers');
    const speakers = frame.visitors.filter(
      (one) =>
        one.bubble !== undefined &&
        one.bubble.untilMs > frame.nowMs &&
        (!onlyKnown || one.me || one.talkingWithMe || one.keptInSight),
    );
    const far = (one: VisitorView): number => (one.x - centre.x) ** 2 + (one.y - centre.y) ** 2;
    // Who presents where I stand is read first, however many speak.
    const first = (one: VisitorView): number => (one.presents && one.talkingWithMe ? 0 : 1);
    speakers.sort((a, b) => first(a) - first(b) || far(a) - far(b) || a.id - b.id);
    const requests = speakers.slice(0, MOST_BUBBLES).map((one) => ({
      id: one.id,
      ...toScreen(frame, one.x, one.y),
      headHeight: HEAD_HEIGHT * frame.zoom,
      sizes: this.measure_.bubble(one.bubble?.text ?? '', frame.labelSize),
    }));
    const heads = frame.visitors.map((one) => ({ id: one.id, rect: rectOnScreen(frame, headBox(one)) }));
    const places = placeBubbles(
      requests,
      boards.map((board) => rectOnScreen(frame, board)),
      heads,
      screenRect(frame),
    );
    this.bubbles_ = new Map();
    for (const place of places) {
      const request = requests.find((one) => one.id === place.id);
      if (!request) continue;
      const offset = { dx: place.rect.x - request.x, dy: place.rect.y - request.y };
      this.bubbles_.set(place.id, { ...place, ...offset });
    }
  }

  // -------------------------------------------------------------------------------------------------- drawing

  private drawTags(frame: Frame): void {
    const ordered = frame.visitors.filter((one) => this.tags_.has(one.id));
    ordered.sort(
      (a, b) => (this.tags_.get(a.id)?.level ?? 0) - (this.tags_.get(b.id)?.level ?? 0) || a.y - b.y,
    );
    for (const visitor of ordered) {
      const place = this.tags_.get(visitor.id);
      if (!place || place.level === 0) continue;
      const content = tagContent(visitor, place.level, frame.words);
      const tag = this.measure_.bakedTag(frame, content);
      const at = toScreen(frame, visitor.x, visitor.y);
      const x = at.x - (tag.size.w * frame.labelSize) / 2 - 1 + place.aside;
      this.put(
        frame,
        tag.texture,
        x,
        at.y + TAG_GAP + place.down - 1,
        frame.labelSize,
        visitor.away ? 0.8 : 1,
      );
    }
  }

  /** In the whole-hall picture I am a dot among dots: one word says which. */
  private drawWhereIAm(frame: Frame): void {
    const me = frame.visitors.find((one) => one.me);
    if (!me) return;
    const tag = this.measure_.bakedTag(frame, { name: frame.words.you, detail: '', mark: 'none', me: true });
    const at = toScreen(frame, me.x, me.y);
    this.put(frame, tag.texture, at.x - tag.size.w / 2 - 1, at.y + 8, frame.labelSize);
  }

  private drawCounts(frame: Frame): void {
    for (const crowd of this.crowds_) this.drawCount(frame, crowd.x, crowd.y, countWords(frame, crowd));
    if (frame.audience.count > 0)
      this.drawCount(frame, this.audienceFoot_.x, this.audienceFoot_.y, audienceWords(frame));
    for (const circle of frame.view.circles) {
      const names = frame.visitors
        .filter((one) => circle.memberIds.includes(one.id) && one.shortName !== '')
        .map((one) => one.shortName);
      if (names.length === 0 || frame.detail !== 'near') continue;
      const shown = names.slice(0, 2);
      const words = frame.words.circle(shown, circle.memberIds.length - shown.length);
      this.drawCount(frame, circle.x, circle.y + circle.ry - 8, words);
    }
  }

  private audienceRect(frame: Frame): Rect {
    return this.countRect(frame, this.audienceFoot_.x, this.audienceFoot_.y, audienceWords(frame));
  }

  private countRect(frame: Frame, x: number, y: number, words: string): Rect {
    const size = this.measure_.of(`count ${words}`, (pen) => measureCount(pen, words));
    const at = toScreen(frame, x, y);
    const w = size.w * frame.labelSize;
    return { x: at.x - w / 2, y: at.y + 4, w, h: size.h * frame.labelSize };
  }

  private drawCount(frame: Frame, x: number, y: number, words: string): void {
    const rect = this.countRect(frame, x, y, words);
    if (!overlaps(rect, screenRect(frame))) return;
    const size = { w: rect.w / frame.labelSize, h: rect.h / frame.labelSize };
    const scale = frame.density * frame.labelSize;
    const texture = frame.baker.need(`count ${words} ${String(scale)}`, () => ({
      w: size.w + 2,
      h: size.h + 2,
      scale,
      draw: (pen) => {
        drawCount(pen, words, size);
      },
    }));
    this.put(frame, texture, rect.x - 1, rect.y - 1, frame.labelSize);
  }

  private drawBubbles(frame: Frame): void {
    for (const visitor of frame.visitors) {
      const place = this.bubbles_.get(visitor.id);
      const bubble = visitor.bubble;
      if (!place || !bubble || bubble.untilMs <= frame.nowMs) continue;
      const content = this.measure_.layBubble(bubble.text, place.side);
      const scale = frame.density * frame.labelSize;
      const texture = frame.baker.need(`bubble ${place.side} ${bubble.text} ${String(scale)}`, () => ({
        w: content.size.w + 2 * BUBBLE_TAIL,
        h: content.size.h + 4 + BUBBLE_TAIL,
        scale,
        draw: (pen) => {
          drawBubble(pen, content, place.side);
        },
      }));
      const at = toScreen(frame, visitor.x, visitor.y);
      const x = at.x + place.dx - BUBBLE_TAIL * frame.labelSize;
      this.put(frame, texture, x, at.y + place.dy - 4 * frame.labelSize, frame.labelSize);
    }
  }

  private drawEmotes(frame: Frame): void {
    for (const visitor of frame.visitors) {
      const emote = visitor.emote;
      if (!emote || emote.untilMs <= frame.nowMs) continue;
      const scale = frame.density * frame.labelSize;
      const texture = frame.baker.need(`emote ${emote.emoji} ${String(scale)}`, () => ({
        w: EMOTE_SIZE,
        h: EMOTE_SIZE,
        scale,
        draw: (pen) => {
          drawEmote(pen, emote.emoji);
        },
      }));
      const at = toScreen(frame, visitor.x, visitor.y - 64);
      const half = (EMOTE_SIZE / 2) * frame.labelSize;
      // A bubble above the head has the place; the emote moves beside it.
      const aside = this.bubbles_.get(visitor.id)?.side === 'above' ? -34 : 0;
      this.put(frame, texture, at.x - half + aside, at.y - half, frame.labelSize);
    }
  }

  /** On whole device pixels: text stays sharp while the camera glides. */
  private put(frame: Frame, texture: Texture, x: number, y: number, size: number, alpha = 1): void {
    const { density } = frame;
    this.pool.put(texture, Math.round(x * density) / density, Math.round(y * density) / density, size, alpha);
  }
}

function subjectOf(visitor: VisitorView, singledOut: boolean, inCircle: boolean): TagSubject {
  const { id, x, y, me, presents, keptInSight, talkingWithMe, shortName } = visitor;
  return { id, x, y, me, singledOut, presents, keptInSight, talkingWithMe, inCircle, shortName };
}

function countWords(frame: Frame, crowd: Crowd): string {
  return crowd.inSight.length === 0
    ? frame.words.here(crowd.count)
    : frame.words.hereWith(crowd.count, crowd.inSight);
}

const audienceWords = (frame: Frame): string => frame.words.audience(frame.audience.count);
