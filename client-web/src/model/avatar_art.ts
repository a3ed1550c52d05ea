// Avatars from parts: 16 x 24 art pixels in a canvas of 20 x 28, composed as plain bytes (RGBA), so that the same art
// serves the hall's texture atlas and the small portraits of the join page, and tests need no browser.
// Layers bottom to top: legs and shoes, body, top, beard, hair or headwear, extras; then one dark outline around all.
// Colours are roles: base, shade and light follow from one palette entry each. Left is right mirrored.
// Runs on: anywhere. Owns: nothing.

import type { AvatarLook } from './avatar_look';
import { FACING_LEFT, FACING_RIGHT, FACING_UP } from './scene_view';
import type { Facing } from './scene_view';
import { ART_HEIGHT, ART_WIDTH, Art, role, shade } from './avatar_figure';
import type { AvatarPalette, Figure } from './avatar_figure';
import { drawHair } from './avatar_hair';

/** One figure as RGBA bytes, 20 x 28. */
export function composeAvatar(
  look: AvatarLook,
  facing: Facing,
  stepping: boolean,
  token: AvatarPalette,
): Uint8ClampedArray<ArrayBuffer> {
  const figure: Figure = {
    art: new Art(),
    look,
    token,
    side: facing === FACING_LEFT || facing === FACING_RIGHT,
    up: facing === FACING_UP,
    step: stepping ? 1 : 0,
    skin: role(token(`av-skin-${look.skin}`), -0.16, 0.2),
    hair: role(token(`av-hair-${look.hairColour}`), -0.28, 0.16),
    top: role(token(`av-top-${look.topColour}`), -0.2, 0.18),
    legs: role(token(`av-legs-${look.legs}`), -0.28, 0.16),
  };
  drawLegs(figure);
  drawTop(figure);
  drawHead(figure);
  drawBeard(figure);
  drawHair[look.hair](figure);
  drawExtras(figure);
  drawOutline(figure);
  return facing === FACING_LEFT ? mirrored(figure.art.pixels) : figure.art.pixels;
}

function drawLegs({ art, look, token, side, step, legs }: Figure): void {
  const shoe = token('av-shoe');
  if (look.wheelchair) {
    if (side) {
      art.rect(6, 18, 6, 2, legs.base);
      art.rect(11, 19, 2, 3, legs.base);
      art.rect(11, 22, 3, 1, shoe);
    } else {
      art.rect(5, 18, 6, 3, legs.base);
      art.rect(7, 19, 2, 2, legs.shade);
      art.rect(5, 21, 2, 1, shoe);
      art.rect(9, 21, 2, 1, shoe);
    }
  } else if (side) {
    art.rect(6, 18, 4, 4, legs.base);
    art.rect(6, 18, 1, 4, legs.shade);
    art.rect(6 - step, 22, 3, 1, shoe);
    art.rect(8 + step, 22, 3, 1, shoe);
  } else {
    art.rect(5, 18, 3, 4, legs.base);
    art.rect(8, 18, 3, 4, legs.base);
    art.rect(7, 19, 2, 3, legs.shade);
    art.rect(4, 22 - step, 3, 1, shoe);
    art.rect(9, 22, 3, 1, shoe);
  }
}

function drawTop(figure: Figure): void {
  const { art, look, side, skin, top } = figure;
  if (side) {
    art.rect(7, 11, 3, 2, skin.shade);
    art.rect(8, 17, 2, 1, skin.base);
    art.rect(5, 12, 6, 6, top.base);
    art.rect(5, 12, 1, 6, top.shade);
    art.rect(7, 13, 2, 4, top.shade);
    if (look.top === 'robe') {
      art.rect(5, 17, 6, 5, top.base);
      art.rect(5, 17, 1, 5, top.shade);
    }
    if (look.top === 'stripe') {
      art.rect(5, 14, 6, 1, top.light);
      art.rect(5, 16, 6, 1, top.light);
    }
    return;
  }
  art.rect(7, 11, 2, 2, skin.shade);
  art.rect(3, 17, 1, 1, skin.base);
  art.rect(12, 17, 1, 1, skin.base);
  art.rect(4, 12, 8, 6, top.base);
  art.rect(3, 13, 1, 4, top.shade);
  art.rect(12, 13, 1, 4, top.shade);
  art.rect(4, 17, 8, 1, top.shade);
  art.rect(10, 13, 2, 4, top.shade);
  if (look.top === 'robe') {
    art.rect(4, 17, 8, 5, top.base);
    art.rect(10, 17, 2, 5, top.shade);
  }
  if (look.top === 'stripe') {
    art.rect(4, 14, 8, 1, top.light);
    art.rect(4, 16, 8, 1, top.light);
  }
  if (!figure.up) drawFront(figure);
  else if (look.top === 'hoodie') art.rect(5, 12, 6, 2, top.light);
}

/** What only the front shows: pocket, lapels, and the badge that everybody wears. */
function drawFront({ art, look, token, top }: Figure): void {
  const badge = token('av-badge');
  if (look.top === 'hoodie') {
    art.rect(5, 12, 6, 1, top.shade);
    art.rect(6, 15, 4, 2, top.shade);
    art.rect(6, 13, 1, 2, top.light);
    art.rect(9, 13, 1, 2, top.light);
  }
  if (look.top === 'blazer') {
    art.rect(7, 12, 2, 4, badge);
    art.rect(6, 12, 1, 3, top.light);
    art.rect(9, 12, 1, 3, top.light);
  }
  if (look.top === 'vest') {
    art.rect(4, 12, 2, 6, top.light);
    art.rect(10, 12, 2, 6, top.light);
  }
  art.rect(6, 12, 1, 2, top.shade);
  art.rect(9, 12, 1, 2, top.shade);
  art.rect(7, 14, 2, 3, badge);
  art.rect(7, 15, 2, 1, token('brand'));
}

function drawHead({ art, token, side, up, skin }: Figure): void {
  const line = token('av-outline');
  art.rect(4, 4, 8, 7, skin.base);
  art.rect(5, 3, 6, 1, skin.base);
  art.rect(5, 11, 6, 1, skin.shade);
  if (side) {
    art.rect(12, 8, 1, 1, skin.base);
    art.rect(6, 8, 1, 2, skin.shade);
    art.rect(10, 7, 1, 2, line);
    return;
  }
  art.rect(3, 7, 1, 2, skin.shade);
  art.rect(12, 7, 1, 2, skin.shade);
  if (up) {
    art.rect(4, 4, 8, 7, skin.shade);
  } else {
    art.rect(6, 7, 1, 2, line);
    art.rect(9, 7, 1, 2, line);
    art.rect(7, 10, 2, 1, skin.shade);
  }
}

function drawBeard({ art, look, side, up, hair, skin }: Figure): void {
  if (!look.beard || up) return;
  if (side) {
    art.rect(7, 9, 5, 3, hair.base);
    art.rect(10, 9, 2, 1, hair.shade);
  } else {
    art.rect(4, 9, 8, 2, hair.base);
    art.rect(5, 11, 6, 1, hair.shade);
    art.rect(6, 9, 4, 1, skin.shade);
  }
}

function drawExtras(figure: Figure): void {
  const { art, look, token, side, up } = figure;
  if (look.glasses && !up) {
    const frame = token('av-legs-2');
    if (side) {
      art.rect(9, 6, 3, 1, frame);
      art.rect(9, 7, 1, 1, frame);
      art.rect(6, 6, 3, 1, frame);
    } else {
      art.rect(5, 6, 3, 1, frame);
      art.rect(8, 6, 3, 1, frame);
      art.rect(5, 7, 1, 2, frame);
      art.rect(7, 7, 2, 1, frame);
      art.rect(10, 7, 1, 2, frame);
    }
  }
  if (look.headphones) {
    const shell = token('av-shoe');
    art.rect(4, 1, 8, 1, shell);
    art.rect(side ? 6 : 2, 6, 2, 4, shell);
    if (!side) art.rect(12, 6, 2, 4, shell);
  }
  if (look.wheelchair) drawWheelchair(figure);
}

function drawWheelchair({ art, token, side, up }: Figure): void {
  const wheel = token('av-wheel');
  const spoke = shade(wheel, 0.35);
  if (side) {
    art.rect(3, 16, 7, 1, wheel);
    art.rect(2, 17, 1, 5, wheel);
    art.rect(10, 17, 1, 5, wheel);
    art.rect(3, 22, 7, 1, wheel);
    art.rect(6, 17, 1, 5, spoke);
    art.rect(3, 19, 7, 1, spoke);
    art.rect(3, 12, 1, 5, wheel);
    art.rect(13, 21, 1, 2, wheel);
    return;
  }
  art.rect(2, 15, 2, 8, wheel);
  art.rect(12, 15, 2, 8, wheel);
  art.rect(2, 17, 1, 4, spoke);
  art.rect(13, 17, 1, 4, spoke);
  art.rect(4, 18, 1, 2, wheel);
  art.rect(11, 18, 1, 2, wheel);
  if (up) {
    art.rect(4, 12, 8, 6, shade(wheel, 0.1));
    art.rect(4, 12, 8, 1, wheel);
  }
}

/** Every empty pixel beside a filled one: computed around the union, so that no part needs its own. */
function drawOutline({ art, token }: Figure): void {
  const edge: (readonly [number, number])[] = [];
  for (let row = 0; row < ART_HEIGHT; row++) {
    for (let column = 0; column < ART_WIDTH; column++) {
      if (art.filled(column, row)) continue;
      if (
        art.filled(column - 1, row) ||
        art.filled(column + 1, row) ||
        art.filled(column, row - 1) ||
        art.filled(column, row + 1)
      ) {
        edge.push([column, row]);
      }
    }
  }
  const line = token('av-outline');
  for (const [column, row] of edge) art.set(column, row, line);
}

function mirrored(pixels: Uint8ClampedArray): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(pixels.length);
  for (let row = 0; row < ART_HEIGHT; row++) {
    for (let column = 0; column < ART_WIDTH; column++) {
      const from = (row * ART_WIDTH + column) * 4;
      out.set(pixels.subarray(from, from + 4), (row * ART_WIDTH + ART_WIDTH - 1 - column) * 4);
    }
  }
  return out;
}
