// What the hall's picture is made of: plain values, filled by the model, read by the scene and the minimap.
// No DOM, no renderer, no words of its own. Pixels are those of zoom 1 (32 a tile) unless said otherwise.

/** Pixels of one tile at zoom 1; also the resolution of places on the wire. */
export const TILE = 32;

/** Milliseconds one tile takes on foot. */
export const WALK_MS_PER_TILE = 170;

export interface Tile {
  readonly x: number;
  readonly y: number;
}

export interface TileRect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A point in hall pixels. A visitor's point is between the feet. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type FurnitureKind = 'bench' | 'table' | 'plant' | 'help_desk';

export interface FurnitureView {
  readonly kind: FurnitureKind;
  readonly rect: TileRect;
}

export interface BoothView {
  readonly number: number;
  /** 0..7, neighbourhood A to H. */
  readonly topic: number;
  readonly all: TileRect;
  readonly rug: TileRect;
  readonly presenter: Tile;
  /** False: a free place; the wall stands there with its number and nothing on it. */
  readonly hasPoster: boolean;
}

export interface TableView {
  readonly table: TileRect;
  readonly zone: TileRect;
}

export interface DoorView {
  readonly room: number;
  readonly name: string;
  readonly rect: TileRect;
  readonly front: Tile;
}

/** What changes about a door while the event runs. `state` is in words ("Open until 16:40", "Opens 16:00"). */
export interface DoorState {
  readonly room: number;
  readonly open: boolean;
  readonly state: string;
}

export interface SignView {
  readonly at: Tile;
  /** A to H. */
  readonly letter: string;
  readonly name: string;
  readonly topic: number;
  /** Points to the right (east); else to the left. */
  readonly right: boolean;
}

export interface AisleNumberView {
  readonly at: Tile;
  readonly aisle: number;
}

/** The floor, as server/domain/layout.hpp computes it. Arrays are width * height, row by row. */
export interface PlanView {
  readonly width: number;
  readonly height: number;
  /** 0 stone, 1..8 topic A..H. */
  readonly floor: Uint8Array;
  /** 1 = nobody walks here. */
  readonly blocked: Uint8Array;
  readonly booths: readonly BoothView[];
  readonly furniture: readonly FurnitureView[];
  readonly tables: readonly TableView[];
  readonly doors: readonly DoorView[];
  readonly signs: readonly SignView[];
  readonly aisleNumbers: readonly AisleNumberView[];
  readonly stage: TileRect;
  readonly audience: TileRect;
  readonly foyer: TileRect;
}

export type LampState = 'on' | 'soon' | 'off';

/** A booth's poster and what is true of it now. */
export interface PosterView {
  readonly number: number;
  readonly title: string;
  /** 0..7. */
  readonly topic: number;
  /** Loaded only when the booth is in view; null = none. */
  readonly thumbnailUrl: string | null;
  readonly portrait: boolean;
  /** Poster to come. */
  readonly empty: boolean;
  readonly lamp: LampState;
  /** Under the lamp while it is not lit: "16:00", "00:00 +1"; '' = nothing. */
  readonly nextText: string;
  readonly visitors: number;
  readonly saved: boolean;
}

export type Facing = 0 | 1 | 2 | 3;
export const FACING_DOWN = 0;
export const FACING_UP = 1;
export const FACING_LEFT = 2;
export const FACING_RIGHT = 3;

export interface Bubble {
  readonly text: string;
  /** Milliseconds on the clock given to draw(). */
  readonly untilMs: number;
}

export interface EmoteView {
  readonly emoji: string;
  readonly untilMs: number;
}

export interface VisitorView {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly facing: Facing;
  readonly walking: boolean;
  /** 5 bytes, see avatar_look.ts. */
  readonly look: Uint8Array;
  readonly name: string;
  /** Already cut to 16 characters where it had to be. */
  readonly shortName: string;
  readonly affiliation: string;
  readonly me: boolean;
  readonly away: boolean;
  readonly listMode: boolean;
  /** Presents a poster and stands at it: the lamp beside the name. */
  readonly presents: boolean;
  readonly keptInSight: boolean;
  readonly talkingWithMe: boolean;
  readonly speaking?: boolean;
  readonly emote?: EmoteView | undefined;
  readonly bubble?: Bubble | undefined;
}

/** A conversation circle off the rugs. Its members' names are one label. */
export interface CircleView {
  readonly x: number;
  readonly y: number;
  /** Half width and half height of the ellipse, pixels. */
  readonly rx: number;
  readonly ry: number;
  readonly memberIds: readonly number[];
}

export type SceneTarget =
  | { readonly kind: 'booth'; readonly number: number }
  | { readonly kind: 'visitor'; readonly id: number }
  | { readonly kind: 'door'; readonly room: number }
  | { readonly kind: 'table'; readonly index: number };

/** One moment of the hall. The scene compares it with the last one and draws only what is different. */
export interface SceneView {
  readonly visitors: readonly VisitorView[];
  readonly circles: readonly CircleView[];
  /** What is left of my walk, in pixels, from me to its end; empty or null = none. */
  readonly path: readonly Point[] | null;
  /** Keyboard focus on the hall: draws the ring. */
  readonly focus: SceneTarget | null;
  /** A search hit or the person I walk to: keeps its whole tag. */
  readonly highlight: SceneTarget | null;
  /** The booth I stand in: dashed edge. 0 = none. */
  readonly myBooth: number;
}

export const EMPTY_VIEW: SceneView = {
  visitors: [],
  circles: [],
  path: null,
  focus: null,
  highlight: null,
  myBooth: 0,
};

/** Words the pictures need; they come from the one catalogue of words. */
export interface SceneWords {
  /** "Aisle", painted on the floor above the number. */
  readonly aisle: string;
  /** The white board, two lines: "Poster", "to come". */
  readonly posterToCome: readonly [string, string];
  /** "14 here" */
  here(count: number): string;
  /** "14 here · Jo, Ana in sight" */
  hereWith(count: number, inSight: readonly string[]): string;
  /** The stage's: "1,000 people at the stage" */
  audience(count: number): string;
  /** A circle's label: "Leo, Fatou +2" */
  circle(names: readonly string[], more: number): string;
  readonly away: string;
  readonly listMode: string;
  readonly stage: string;
  readonly helpDesk: string;
  readonly you: string;
}

/** How long a bubble stays: about 15 characters a second, at least 3 s, 6 s at most. */
export function bubbleDurationMs(text: string): number {
  return Math.min(6000, Math.max(3000, 1500 + text.length * 65));
}

export const EMOTE_MS = 2000;

/** `short_name`, or the whole name cut at 16 characters; never split by guess. */
export function shortNameOf(shortName: string, name: string): string {
  if (shortName !== '') return shortName;
  const letters = Array.from(name);
  return letters.length <= 16 ? name : `${letters.slice(0, 15).join('').trimEnd()}…`;
}
