import { describe, expect, it } from 'vitest';
import { Camera, detailAt } from './camera';

function camera(): Camera {
  const made = new Camera();
  made.resize(1000, 800);
  made.setHall(4000, 6000);
  return made;
}

describe('the camera', () => {
  it('starts at me, then follows without a jump', () => {
    const one = camera();
    one.update(0, { x: 1500, y: 2000 });
    expect([one.x, one.y]).toEqual([1500, 2000]);
    let last = 1500;
    for (let now = 16; now < 500; now += 16) {
      const me = { x: 1500 + now * 0.188, y: 2000 };
      one.update(now, me);
      expect(one.x).toBeGreaterThanOrEqual(last);
      expect(me.x - one.x).toBeLessThan(25);
      last = one.x;
    }
    for (let now = 500; now < 1500; now += 16) one.update(now, { x: 1594, y: 2000 });
    expect(one.x).toBe(1594);
    expect(one.update(1600, { x: 1594, y: 2000 })).toBe(false);
  });

  it('keeps the hall in the picture, and centres a hall smaller than it', () => {
    const one = camera();
    one.update(0, { x: 0, y: 0 });
    expect(one.viewRect().x).toBe(-48);
    one.panBy(-100000, -100000);
    expect(one.viewRect().x + one.viewRect().w).toBe(4048);
    one.setHall(300, 200);
    expect([one.x, one.y]).toEqual([150, 100]);
  });

  it('stops following when panned, and comes back when asked', () => {
    const one = camera();
    const me = { x: 2000, y: 3000 };
    one.update(0, me);
    one.panBy(200, 100);
    one.update(16, me);
    expect(one.followsMe).toBe(false);
    expect([one.x, one.y]).toEqual([1800, 2900]);
    one.followMe();
    for (let now = 32; now < 400; now += 16) one.update(now, me);
    expect([one.x, one.y]).toEqual([2000, 3000]);
    expect(one.gliding).toBe(false);
  });

  it('zooms by whole levels and holds the point under the pointer', () => {
    const one = camera();
    one.update(0, { x: 2000, y: 3000 });
    one.panBy(1, 0);
    const pointer = { x: 700, y: 200 };
    const before = one.toHall(pointer);
    one.zoomIn(pointer);
    expect(one.zoom).toBe(2);
    expect(one.toHall(pointer).x).toBeCloseTo(before.x, 5);
    expect(one.toHall(pointer).y).toBeCloseTo(before.y, 5);
    expect(one.canZoomIn()).toBe(false);
    one.zoomOut();
    one.zoomOut();
    one.zoomOut();
    expect(one.zoom).toBe(0.25);
    expect(one.canZoomOut()).toBe(false);
    one.zoomOut();
    expect(one.zoom).toBe(0.25);
  });

  it('fits the whole hall: a level if one does, else just as small as it must be', () => {
    const one = camera();
    one.setHall(1500, 1200);
    one.fitHall();
    expect(one.zoom).toBe(0.5);
    one.setHall(4000, 6000);
    one.fitHall();
    expect(one.zoom).toBeLessThan(0.25);
    const view = one.viewRect();
    expect(view.x).toBeLessThanOrEqual(0);
    expect(view.y + view.h).toBeGreaterThanOrEqual(6000);
    one.zoomIn();
    expect(one.zoom).toBe(0.25);
  });

  it('glides in 320 ms and cuts with reduced motion', () => {
    const one = camera();
    one.update(0, { x: 2000, y: 3000 });
    one.centreOn({ x: 1000, y: 1000 });
    one.update(16, { x: 2000, y: 3000 });
    one.update(100, { x: 2000, y: 3000 });
    expect(one.x).toBeLessThan(2000);
    expect(one.x).toBeGreaterThan(1000);
    one.update(16 + 320, { x: 2000, y: 3000 });
    expect([one.x, one.y]).toEqual([1000, 1000]);
    one.setStill(true);
    one.centreOn({ x: 2500, y: 2500 });
    expect([one.x, one.y]).toEqual([2500, 2500]);
  });

  it('goes there and back between hall and screen', () => {
    const one = camera();
    one.update(0, { x: 1234, y: 2345 });
    const screen = one.toScreen({ x: 1300, y: 2400 });
    expect(one.toHall(screen)).toEqual({ x: 1300, y: 2400 });
  });

  it('cuts when I am set down far away', () => {
    const one = camera();
    one.update(0, { x: 1000, y: 1000 });
    one.update(16, { x: 3000, y: 5000 });
    expect([one.x, one.y]).toEqual([3000, 5000]);
  });
});

describe('detail', () => {
  it('follows the zoom', () => {
    expect([2, 1, 0.5, 0.25, 0.1].map(detailAt)).toEqual(['near', 'near', 'mid', 'far', 'far']);
  });
});
