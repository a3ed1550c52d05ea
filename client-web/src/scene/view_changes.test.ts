import { describe, expect, it } from 'vitest';
import { encodeLook, lookFromId } from '../model/avatar_look';
import { EMPTY_VIEW } from '../model/scene_view';
import type { SceneView, VisitorView } from '../model/scene_view';
import { fingerprint } from './view_changes';

function visitor(more: Partial<VisitorView> = {}): VisitorView {
  return {
    id: 1,
    x: 100,
    y: 200,
    facing: 0,
    walking: false,
    look: encodeLook(lookFromId(1)),
    name: 'Amara Okafor',
    shortName: 'Amara',
    affiliation: 'Univ. of Lagos',
    me: false,
    away: false,
    listMode: false,
    presents: false,
    keptInSight: false,
    talkingWithMe: false,
    ...more,
  };
}

function print(visitors: VisitorView[], view: Partial<SceneView> = {}, now = 1000): number {
  return fingerprint({ ...EMPTY_VIEW, ...view, visitors }, visitors, now);
}

describe('the picture’s fingerprint', () => {
  it('stays while nothing moves, however much time passes', () => {
    expect(print([visitor()], {}, 1000)).toBe(print([visitor()], {}, 99000));
  });

  it('changes with the size of an audience', () => {
    const view = { ...EMPTY_VIEW, visitors: [] };
    expect(fingerprint(view, [], 0, 31)).not.toBe(fingerprint(view, [], 0, 32));
  });

  it('changes with everything that is drawn', () => {
    const still = print([visitor()]);
    const changes: Partial<VisitorView>[] = [
      { id: 2 },
      { x: 100.5 },
      { y: 201 },
      { facing: 2 },
      { away: true },
      { listMode: true },
      { presents: true },
      { keptInSight: true },
      { talkingWithMe: true },
      { speaking: true },
      { me: true },
      { shortName: 'Amora' },
      { affiliation: 'Lagos' },
      { look: encodeLook(lookFromId(2)) },
      { bubble: { text: 'Hello', untilMs: 2000 } },
      { emote: { emoji: '👏', untilMs: 2000 } },
    ];
    for (const change of changes) expect(print([visitor(change)]), JSON.stringify(change)).not.toBe(still);
    const views: Partial<SceneView>[] = [
      { myBooth: 411 },
      { path: [{ x: 1, y: 2 }] },
      { focus: { kind: 'booth', number: 3 } },
      { highlight: { kind: 'visitor', id: 3 } },
      { circles: [{ x: 1, y: 2, rx: 3, ry: 4, memberIds: [1] }] },
    ];
    for (const view of views) expect(print([visitor()], view), JSON.stringify(view)).not.toBe(still);
  });

  it('changes when a bubble’s time is over', () => {
    const speaking = [visitor({ bubble: { text: 'Hello', untilMs: 2000 } })];
    expect(print(speaking, {}, 1999)).not.toBe(print(speaking, {}, 2000));
    expect(print(speaking, {}, 2000)).toBe(print([visitor()]));
  });

  it('moves legs only while somebody walks', () => {
    const walking = [visitor({ walking: true })];
    expect(print(walking, {}, 1000)).not.toBe(print(walking, {}, 1200));
  });
});
