import { describe, expect, it } from 'vitest';
import { moveOf } from './viewer_keys';

describe('the keys of the picture', () => {
  it('move what is seen the way the arrow points, farther with Shift', () => {
    expect(moveOf('ArrowRight', false, 500)).toEqual({ kind: 'pan', dx: -80, dy: 0 });
    expect(moveOf('ArrowUp', true, 500)).toEqual({ kind: 'pan', dx: 0, dy: 240 });
    expect(moveOf('PageDown', false, 500)).toEqual({ kind: 'pan', dx: 0, dy: -400 });
  });
  it('come closer and go back by the same step', () => {
    const [closer, back] = [moveOf('+', false, 1), moveOf('-', false, 1)];
    if (closer?.kind !== 'zoom' || back?.kind !== 'zoom') throw new Error('no zoom');
    expect(closer.by * back.by).toBeCloseTo(1);
    expect(moveOf('=', false, 1)).toEqual(closer);
  });
  it('show the whole, the width, the file’s own size, and leave other keys alone', () => {
    expect(['0', 'Home', 'w', '1'].map((key) => moveOf(key, false, 1)?.kind)).toEqual([
      'whole',
      'whole',
      'width',
      'actual',
    ]);
    expect(moveOf('r', false, 1)).toBeNull();
    expect(moveOf('Escape', false, 1)).toBeNull();
  });
});
