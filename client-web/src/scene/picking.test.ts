import { describe, expect, it } from 'vitest';
import { encodeLook, lookFromId } from '../model/avatar_look';
import type { VisitorView } from '../model/scene_view';
import { boothAt, planFrom } from '../model/test_plan';
import { Picking } from './picking';

const plan = planFrom(
  [
    '#####...',
    '#####...',
    '........',
    '........',
    '........',
    '........',
    '........',
    '....##..',
    '#.......',
  ],
  {
    booths: [boothAt(411, 0, 0)],
    tables: [{ table: { x: 4, y: 7, w: 2, h: 1 }, zone: { x: 3, y: 6, w: 4, h: 3 } }],
    doors: [{ room: 3, name: 'Breakout 3', rect: { x: 0, y: 8, w: 1, h: 1 }, front: { x: 1, y: 8 } }],
  },
);
const picking = new Picking(plan);

function visitor(id: number, x: number, y: number, me = false): VisitorView {
  return {
    id,
    x,
    y,
    facing: 0,
    walking: false,
    look: encodeLook(lookFromId(id)),
    name: '',
    shortName: '',
    affiliation: '',
    me,
    away: false,
    listMode: false,
    presents: false,
    keptInSight: false,
    talkingWithMe: false,
  };
}

describe('what lies under the pointer', () => {
  it('is the booth’s wall, its rug, the aisle below it, a table, a door', () => {
    expect(picking.at({ x: 80, y: 30 }, [])).toMatchObject({ kind: 'booth', number: 411, part: 'wall' });
    expect(picking.at({ x: 80, y: 100 }, [])).toMatchObject({
      kind: 'booth',
      part: 'rug',
      tile: { x: 2, y: 3 },
    });
    expect(picking.at({ x: 80, y: 180 }, [])).toMatchObject({ kind: 'tile', walkable: true });
    expect(picking.at({ x: 140, y: 230 }, [])).toMatchObject({ kind: 'table', index: 0 });
    expect(picking.at({ x: 10, y: 260 }, [])).toMatchObject({ kind: 'door', room: 3 });
  });

  it('is the person in front, before what stands behind', () => {
    const people = [visitor(1, 80, 100), visitor(2, 84, 110)];
    expect(picking.at({ x: 82, y: 90 }, people)).toMatchObject({ kind: 'visitor', id: 2 });
    expect(picking.at({ x: 82, y: 56 }, people)).toMatchObject({ kind: 'visitor', id: 1 });
  });

  it('is never me', () => {
    expect(picking.at({ x: 80, y: 90 }, [visitor(1, 80, 100, true)])).toMatchObject({ kind: 'booth' });
  });

  it('forgives a finger', () => {
    const people = [visitor(1, 220, 100)];
    expect(picking.at({ x: 196, y: 90 }, people)).toMatchObject({ kind: 'tile' });
    expect(picking.at({ x: 196, y: 90 }, people, 10)).toMatchObject({ kind: 'visitor' });
  });

  it('is a tile nobody walks on outside the hall', () => {
    expect(picking.at({ x: -40, y: 20 }, [])).toMatchObject({ kind: 'tile', walkable: false });
    expect(picking.at({ x: 9000, y: 20 }, [])).toMatchObject({ kind: 'tile', walkable: false });
  });
});
