// What a key does to the poster's picture. Pure.

import { STEP } from './viewer_transform';

export type ViewerMove =
  | { readonly kind: 'zoom'; readonly by: number }
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'whole' | 'actual' | 'width' };

const NEAR = 80;
const FAR = 240;
const PAGE = 0.8;

/** null: no key of the picture's. `height` is the frame's. */
export function moveOf(key: string, shift: boolean, height: number): ViewerMove | null {
  const far = shift ? FAR : NEAR;
  const pan = (dx: number, dy: number): ViewerMove => ({ kind: 'pan', dx, dy });
  switch (key) {
    case '+':
    case '=':
      return { kind: 'zoom', by: STEP };
    case '-':
      return { kind: 'zoom', by: 1 / STEP };
    case '0':
    case 'Home':
      return { kind: 'whole' };
    case '1':
      return { kind: 'actual' };
    case 'w':
      return { kind: 'width' };
    case 'ArrowLeft':
      return pan(far, 0);
    case 'ArrowRight':
      return pan(-far, 0);
    case 'ArrowUp':
      return pan(0, far);
    case 'ArrowDown':
      return pan(0, -far);
    case 'PageUp':
      return pan(0, height * PAGE);
    case 'PageDown':
      return pan(0, -height * PAGE);
    default:
      return null;
  }
}
