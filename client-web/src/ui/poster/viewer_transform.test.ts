import { describe, expect, it } from 'vitest';
import { clamp, fit, fitBeside, fitWidth, inView, panBy, reach, showPart, zoomAt } from './viewer_transform';

const picture = { w: 2000, h: 1000 };
const frame = { w: 1000, h: 800 };

describe('the viewer', () => {
  it('fits the whole picture into the middle', () => {
    expect(fit(picture, frame)).toEqual({ scale: 0.5, x: 0, y: 150 });
  });
  it('keeps the point under the pointer when it zooms', () => {
    const before = fit(picture, frame);
    const after = zoomAt(before, 2, 600, 400, picture, frame);
    const at = (shown: typeof before) => [(600 - shown.x) / shown.scale, (400 - shown.y) / shown.scale];
    expect(at(after)[0]).toBeCloseTo(at(before)[0] ?? 0, 6);
    expect(at(after)[1]).toBeCloseTo(at(before)[1] ?? 0, 6);
  });
  it('is never smaller than the frame takes, nor larger than four times', () => {
    expect(zoomAt(fit(picture, frame), 0.01, 0, 0, picture, frame)).toEqual(fit(picture, frame));
    expect(zoomAt(fit(picture, frame), 1000, 0, 0, picture, frame).scale).toBe(4);
  });
  it('does not lose the picture', () => {
    const near = clamp({ scale: 1, x: 500, y: 500 }, picture, frame);
    expect(near).toMatchObject({ x: 0, y: 0 });
    expect(panBy(near, -5000, -5000, picture, frame)).toMatchObject({ x: -1000, y: -200 });
  });
  it('fills the width to read', () => {
    expect(fitWidth({ w: 800, h: 3000 }, frame)).toMatchObject({ scale: 1.25, x: 0, y: 0 });
  });
  it('shows a part in the middle, as large as it goes', () => {
    const part = { x: 0.5, y: 0.25, w: 0.1, h: 0.2 };
    const shown = showPart(part, picture, frame);
    expect(shown.scale).toBeCloseTo(3.6);
    expect(shown.x + 0.55 * picture.w * shown.scale).toBeCloseTo(500);
    expect(shown.y + 0.35 * picture.h * shown.scale).toBeCloseTo(400);
  });
  it('knows the part in view', () => {
    expect(inView({ scale: 1, x: -500, y: -100 }, picture, frame)).toEqual({
      x: 0.25,
      y: 0.1,
      w: 0.5,
      h: 0.8,
    });
    expect(inView(fit(picture, frame), picture, frame)).toEqual({ x: 0, y: 0, w: 1, h: 1 });
  });

  it('shows the whole picture clear of the tools', () => {
    const tools = { w: 300, h: 76 };
    const wide = fitBeside({ w: 2000, h: 1400 }, { w: 1000, h: 700 }, tools, false);
    expect(wide.y).toBeCloseTo(76);
    expect(wide.y + 1400 * wide.scale).toBeLessThanOrEqual(700.001);
    const upright = { w: 700, h: 1400 };
    expect(fitBeside(upright, { w: 1000, h: 700 }, tools, false)).toEqual(fit(upright, { w: 1000, h: 700 }));
    const foot = fitBeside({ w: 700, h: 1400 }, { w: 390, h: 700 }, tools, true);
    expect(foot.y + 1400 * foot.scale).toBeLessThanOrEqual(624.001);
  });
  it('fits the whole picture between what lies along head and foot, where there is room', () => {
    const phone = { w: 390, h: 400 };
    const between = fitBeside({ w: 1400, h: 1000 }, phone, { w: 300, h: 60 }, true, 60);
    expect(between.y).toBeGreaterThanOrEqual(60);
    expect(between.y + 1000 * between.scale).toBeLessThanOrEqual(340.001);
    const low = fitBeside({ w: 1400, h: 1000 }, { w: 390, h: 160 }, { w: 300, h: 60 }, true, 60);
    expect(low.y).toBeLessThan(60);
  });
  it('goes no farther than it takes to see a place', () => {
    const near = { scale: 1, x: -500, y: 0 };
    expect(reach({ x: 0.5, y: 0.5 }, near, picture, frame)).toEqual({ dx: 0, dy: 0 });
    expect(reach({ x: 0.1, y: 0.9 }, near, picture, frame)).toEqual({ dx: 300, dy: -100 });
  });
});
