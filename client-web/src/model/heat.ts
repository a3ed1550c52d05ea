// How full the booths are, as organisers see the hall at once: how many steps of warmth a booth has, and the same in order
// for a table. Pure.

import type { TileRect } from './scene_view';

export interface HeatBooth {
  readonly number: number;
  readonly title: string;
  /** 0..7. */
  readonly topic: number;
  readonly all: TileRect;
  readonly visitors: number;
  readonly attended: boolean;
  /** An author is due and not there. */
  readonly gap: boolean;
}

/** The fewest visitors of each step; the last has no end. */
export const HEAT_STEPS: readonly number[] = [0, 1, 3, 6, 12];

/** 0 (nobody) to 4. */
export function heatStep(visitors: number): number {
  return HEAT_STEPS.findLastIndex((least) => visitors >= least);
}

/** What a table has of it: where somebody is or should be, by number, so that rows stay where they are. */
export function heatRows(booths: readonly HeatBooth[]): readonly HeatBooth[] {
  return booths.filter((booth) => booth.visitors > 0 || booth.gap).sort((a, b) => a.number - b.number);
}

/** The fullest booth; null when everybody is elsewhere. */
export function fullest(booths: readonly HeatBooth[]): HeatBooth | null {
  return booths.reduce<HeatBooth | null>(
    (most, booth) => (booth.visitors > (most?.visitors ?? 0) ? booth : most),
    null,
  );
}

/** Width by height of the picture: a hall is higher than wide, a board is not. */
export function heatShape(width: number, height: number): number {
  return Math.min(2.2, Math.max(1.4, width / Math.max(1, height)));
}
