// Hair and headwear of the avatars: eleven shapes, each from four sides.
// Runs on: anywhere. Owns: nothing.

import type { Hair } from './avatar_look';
import { role } from './avatar_figure';
import type { Figure, Role } from './avatar_figure';

function shortHair({ art, look, side, up, hair }: Figure): void {
  art.rect(4, 2, 8, 3, hair.base);
  art.rect(5, 1, 6, 1, hair.base);
  art.rect(5, 1, 3, 1, hair.light);
  if (up) {
    art.rect(4, 4, 8, look.hair === 'crop' ? 4 : 6, hair.base);
  } else if (side) {
    art.rect(4, 4, 4, 4, hair.base);
    art.rect(4, 7, 2, 2, hair.shade);
  } else {
    art.rect(3, 3, 1, 4, hair.base);
    art.rect(12, 3, 1, 4, hair.base);
    if (look.hair === 'short') art.rect(5, 5, 3, 1, hair.shade);
  }
}

/** Headwear takes its colour from the tops' palette, by the hair's number. */
function headwear({ look, token }: Figure, after: number, darker: number): Role {
  return role(token(`av-top-${look.hairColour + after}`), darker, 0.2);
}

export const drawHair: Readonly<Record<Hair, (figure: Figure) => void>> = {
  short: shortHair,
  crop: shortHair,
  bob({ art, side, up, hair }) {
    art.rect(4, 1, 8, 4, hair.base);
    art.rect(5, 1, 3, 1, hair.light);
    if (up) {
      art.rect(3, 3, 10, 8, hair.base);
      art.rect(3, 10, 10, 1, hair.shade);
    } else if (side) {
      art.rect(3, 3, 5, 8, hair.base);
      art.rect(3, 10, 5, 1, hair.shade);
    } else {
      art.rect(3, 3, 2, 8, hair.base);
      art.rect(11, 3, 2, 8, hair.base);
      art.rect(4, 5, 4, 1, hair.base);
      art.rect(3, 10, 2, 1, hair.shade);
      art.rect(11, 10, 2, 1, hair.shade);
    }
  },
  long({ art, side, up, hair }) {
    art.rect(4, 1, 8, 4, hair.base);
    art.rect(5, 1, 3, 1, hair.light);
    if (up) {
      art.rect(3, 3, 10, 12, hair.base);
      art.rect(5, 6, 1, 8, hair.shade);
      art.rect(10, 6, 1, 8, hair.shade);
    } else if (side) {
      art.rect(3, 3, 5, 12, hair.base);
      art.rect(3, 13, 4, 2, hair.shade);
    } else {
      art.rect(3, 3, 2, 12, hair.base);
      art.rect(11, 3, 2, 12, hair.base);
      art.rect(8, 5, 3, 1, hair.base);
    }
  },
  curls({ art, side, up, hair }) {
    art.rect(3, 1, 10, 4, hair.base);
    art.rect(4, 0, 8, 1, hair.base);
    art.rect(2, 3, 2, 5, hair.base);
    art.rect(12, 3, 2, 5, hair.base);
    art.rect(4, 1, 1, 1, hair.light);
    art.rect(7, 0, 2, 1, hair.light);
    art.rect(11, 2, 1, 1, hair.light);
    art.rect(3, 5, 1, 1, hair.shade);
    art.rect(12, 6, 1, 1, hair.shade);
    if (up) {
      art.rect(3, 3, 10, 7, hair.base);
      art.rect(5, 5, 1, 1, hair.light);
      art.rect(9, 7, 1, 1, hair.shade);
    } else if (side) {
      art.rect(3, 3, 6, 6, hair.base);
    } else {
      art.rect(5, 5, 1, 1, hair.base);
      art.rect(10, 5, 1, 1, hair.base);
    }
  },
  bun({ art, side, up, hair }) {
    art.rect(6, -1, 4, 3, hair.base);
    art.rect(6, -1, 2, 1, hair.light);
    art.rect(4, 2, 8, 3, hair.base);
    if (up) {
      art.rect(4, 3, 8, 6, hair.base);
    } else if (side) {
      art.rect(4, 3, 4, 5, hair.base);
    } else {
      art.rect(3, 3, 1, 4, hair.base);
      art.rect(12, 3, 1, 4, hair.base);
    }
  },
  bald({ art, skin }) {
    art.rect(6, 3, 3, 1, skin.light);
  },
  scarf(figure) {
    const { art, side, up } = figure;
    const cloth = headwear(figure, 1, -0.2);
    art.rect(4, 1, 8, 3, cloth.base);
    art.rect(5, 1, 3, 1, cloth.light);
    if (up) {
      art.rect(3, 3, 10, 11, cloth.base);
      art.rect(3, 12, 10, 2, cloth.shade);
    } else if (side) {
      art.rect(3, 3, 6, 9, cloth.base);
      art.rect(3, 10, 8, 4, cloth.base);
      art.rect(3, 12, 6, 2, cloth.shade);
    } else {
      art.rect(3, 3, 2, 10, cloth.base);
      art.rect(11, 3, 2, 10, cloth.base);
      art.rect(4, 11, 8, 3, cloth.base);
      art.rect(6, 12, 4, 2, cloth.shade);
    }
  },
  cap(figure) {
    const { art, side, up, hair } = figure;
    const cloth = headwear(figure, 0, -0.25);
    art.rect(4, 1, 8, 3, cloth.base);
    art.rect(5, 0, 6, 1, cloth.base);
    if (up) {
      art.rect(4, 3, 8, 2, cloth.base);
      art.rect(4, 5, 8, 4, hair.base);
    } else if (side) {
      art.rect(4, 3, 8, 1, cloth.base);
      art.rect(9, 4, 5, 1, cloth.shade);
      art.rect(4, 4, 3, 4, hair.base);
    } else {
      art.rect(3, 4, 10, 1, cloth.shade);
      art.rect(3, 5, 1, 3, hair.base);
      art.rect(12, 5, 1, 3, hair.base);
    }
  },
  tail({ art, side, up, hair }) {
    art.rect(4, 1, 8, 4, hair.base);
    art.rect(5, 1, 3, 1, hair.light);
    if (up) {
      art.rect(4, 3, 8, 6, hair.base);
      art.rect(6, 6, 4, 8, hair.shade);
      art.rect(7, 6, 2, 7, hair.base);
    } else if (side) {
      art.rect(4, 3, 4, 5, hair.base);
      art.rect(2, 5, 2, 7, hair.base);
      art.rect(2, 10, 1, 2, hair.shade);
    } else {
      art.rect(3, 3, 1, 4, hair.base);
      art.rect(12, 3, 1, 4, hair.base);
      art.rect(4, 5, 2, 1, hair.base);
      art.rect(9, 5, 3, 1, hair.base);
    }
  },
  turban(figure) {
    const { art, up, hair } = figure;
    const cloth = headwear(figure, 2, -0.2);
    art.rect(3, 1, 10, 4, cloth.base);
    art.rect(4, 0, 8, 1, cloth.base);
    art.rect(4, 3, 5, 1, cloth.shade);
    art.rect(8, 1, 4, 1, cloth.shade);
    if (up) {
      art.rect(3, 3, 10, 3, cloth.base);
      art.rect(4, 6, 8, 2, hair.base);
    }
  },
};
