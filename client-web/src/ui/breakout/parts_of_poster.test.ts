import { describe, expect, it } from 'vitest';
import type { PosterText } from '../../model/api';
import { partsOf, viewBox } from './parts_of_poster';

const panel = (heading: string, x = 0, y = 0, w = 0, h = 0) => ({ heading, text: '', x, y, w, h });

describe('the parts a breakout steps through', () => {
  it('are the whole poster, then its panels that have a place', () => {
    const text = { panels: [panel('No place'), panel('Method', 0.5, 0, 0.5, 0.5)] } as unknown as PosterText;
    expect(partsOf(text).map((part) => part.heading)).toEqual(['', 'Method']);
    expect(partsOf(null)).toHaveLength(1);
  });

  it('show a little around a panel, never beyond the picture', () => {
    expect(viewBox(panel('', 0, 0, 1, 1), 1000, 500)).toBe('0.0 0.0 1000.0 500.0');
    expect(viewBox(panel('', 0.5, 0.5, 0.25, 0.5), 1000, 500)).toBe('490.0 240.0 270.0 260.0');
  });
});
