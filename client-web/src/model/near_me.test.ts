import { describe, expect, it } from 'vitest';
import { nearMe } from './near_me';
import { FACING_DOWN } from './scene_view';
import type { VisitorView } from './scene_view';
import { boothAt, planFrom } from './test_plan';

function visitor(id: number, x: number, y: number, me = false): VisitorView {
  return {
    id,
    x,
    y,
    me,
    facing: FACING_DOWN,
    walking: false,
    look: new Uint8Array(5),
    name: '',
    shortName: '',
    affiliation: '',
    away: false,
    listMode: false,
    presents: false,
    keptInSight: false,
    talkingWithMe: false,
  };
}

const VIEW = { x: 0, y: 0, w: 640, h: 640 };
const rows = Array.from({ length: 20 }, () => '.'.repeat(20));

describe('who and what is near', () => {
  it('is the nearest first, without me, free places and what is out of view', () => {
    const plan = planFrom(rows, {
      booths: [boothAt(101, 0, 0), { ...boothAt(102, 5, 0), hasPoster: false }, boothAt(201, 40, 40)],
      doors: [{ room: 3, name: 'Breakout 3', rect: { x: 10, y: 10, w: 1, h: 2 }, front: { x: 9, y: 10 } }],
    });
    const visitors = [
      visitor(1, 90, 110, true),
      visitor(2, 900, 10),
      visitor(3, 320, 330),
      visitor(4, 90, 120),
    ];
    const near = nearMe(plan, visitors, VIEW, { x: 90, y: 118 });
    expect(near.map(({ target }) => target)).toEqual([
      { kind: 'visitor', id: 4 },
      { kind: 'booth', number: 101 },
      { kind: 'visitor', id: 3 },
      { kind: 'door', room: 3 },
    ]);
  });

  it('is a list one can go through', () => {
    const crowd = Array.from({ length: 100 }, (_, id) => visitor(id + 1, 10 + id, 10));
    const near = nearMe(planFrom(rows), crowd, VIEW, { x: 10, y: 10 });
    expect(near).toHaveLength(24);
    expect(near[0]?.target).toEqual({ kind: 'visitor', id: 1 });
  });
});
