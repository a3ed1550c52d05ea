import { describe, expect, it } from 'vitest';
import { encodeLook, lookFromId } from '../model/avatar_look';
import type { SceneWords, VisitorView } from '../model/scene_view';
import { directionOf } from './art/pen';
import { NullHallScene } from './null_scene';
import { tagContent } from './tag_content';

const words = { away: 'away', listMode: 'in the list' } as SceneWords;
const amara: VisitorView = {
  id: 1,
  x: 0,
  y: 0,
  facing: 0,
  walking: false,
  look: encodeLook(lookFromId(1)),
  name: 'Amara Okafor',
  shortName: 'Amara',
  affiliation: 'Univ. of Lagos',
  me: false,
  away: true,
  listMode: false,
  presents: true,
  keptInSight: false,
  talkingWithMe: false,
  speaking: true,
};

describe('a tag', () => {
  it('says name, affiliation and state at level 3, the short name below', () => {
    expect(tagContent(amara, 3, words)).toEqual({
      name: 'Amara Okafor',
      detail: 'Univ. of Lagos · away',
      mark: 'lamp',
      me: false,
    });
    expect(tagContent(amara, 1, words)).toMatchObject({ name: 'Amara', detail: '' });
    expect(tagContent({ ...amara, away: false, listMode: true, affiliation: '' }, 3, words).detail).toBe(
      'in the list',
    );
  });

  it('has the lamp for who presents, bars for who speaks', () => {
    expect(tagContent({ ...amara, presents: false }, 2, words).mark).toBe('sound');
    expect(tagContent({ ...amara, presents: false, speaking: false }, 2, words).mark).toBe('none');
  });
});

describe('text on the hall', () => {
  it('runs as its first strong letter says', () => {
    expect(directionOf('12. نماذج لغوية')).toBe('rtl');
    expect(directionOf('יוסי')).toBe('rtl');
    expect(directionOf('山田 太郎')).toBe('ltr');
    expect(directionOf('Amara נ')).toBe('ltr');
    expect(directionOf('123')).toBe('ltr');
  });
});

describe('no picture', () => {
  it('answers like the scene and shows nothing', async () => {
    const scene = new NullHallScene();
    expect(scene.available).toBe(false);
    await scene.mount();
    expect(scene.draw()).toBe(false);
    expect(scene.pick()).toBeNull();
    expect(scene.camera.toScreen({ x: 1, y: 2 })).toEqual({ x: 1, y: 2 });
  });
});
