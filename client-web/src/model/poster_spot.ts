// Where on a poster a place is, in words: the heading it is at or near, as the poster's text has it, else one of nine
// parts. Pure. Places are parts (0..1) of the poster's width and height.

import type { TextPanel } from './api';
import type { PosterPoint } from './pointing';

export type Spot =
  | { readonly kind: 'heading'; readonly heading: string }
  /** 0..2 from the left and from the top. */
  | { readonly kind: 'part'; readonly column: number; readonly row: number };

/** So far from a panel one is still at it, in parts of the poster. */
const NEAR = 0.08;

function distance(panel: TextPanel, at: PosterPoint): number {
  const dx = Math.max(panel.x - at.x, 0, at.x - panel.x - panel.w);
  const dy = Math.max(panel.y - at.y, 0, at.y - panel.y - panel.h);
  return Math.hypot(dx, dy);
}

export function spotOf(panels: readonly TextPanel[], at: PosterPoint): Spot {
  let best: TextPanel | null = null;
  let bestDistance = NEAR;
  for (const panel of panels) {
    if (panel.heading === '' || panel.w <= 0 || panel.h <= 0) continue;
    const away = distance(panel, at);
    // Of panels that lie in each other, the smallest says most.
    const nearer = away < bestDistance || (away === bestDistance && best === null);
    const smaller = away === bestDistance && best !== null && panel.w * panel.h < best.w * best.h;
    if (nearer || smaller) {
      best = panel;
      bestDistance = away;
    }
  }
  if (best) return { kind: 'heading', heading: best.heading };
  const third = (value: number): number => Math.min(2, Math.max(0, Math.floor(value * 3)));
  return { kind: 'part', column: third(at.x), row: third(at.y) };
}

export function sameSpot(a: Spot, b: Spot): boolean {
  if (a.kind === 'heading') return b.kind === 'heading' && a.heading === b.heading;
  return b.kind === 'part' && a.column === b.column && a.row === b.row;
}
