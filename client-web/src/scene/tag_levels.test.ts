import { describe, expect, it } from 'vitest';
import { MOST_OTHERS, tagLevels } from './tag_levels';
import type { TagSubject } from './tag_levels';

const ALL = { onlySingledOut: false, withoutOthers: false };
const HERE = { x: 0, y: 0 };

function person(id: number, x: number, y: number, more: Partial<TagSubject> = {}): TagSubject {
  return {
    id,
    x,
    y,
    me: false,
    singledOut: false,
    presents: false,
    keptInSight: false,
    talkingWithMe: false,
    inCircle: false,
    shortName: `P${String(id)}`,
    ...more,
  };
}

describe('name tags', () => {
  it('show most of me and whom I point at, names of presenters and those I keep in sight, then the others', () => {
    const { levels } = tagLevels(
      [
        person(1, 0, 0, { me: true }),
        person(2, 200, 0, { singledOut: true, presents: true }),
        person(3, 400, 0, { presents: true }),
        person(4, 600, 0, { keptInSight: true }),
        person(5, 800, 0, { talkingWithMe: true }),
        person(6, 1000, 0),
      ],
      HERE,
      ALL,
    );
    expect([1, 2, 3, 4, 5, 6].map((id) => levels.get(id))).toEqual([3, 3, 2, 2, 2, 1]);
  });

  it('go to the nearest others first, 24 of them', () => {
    const people = Array.from({ length: 60 }, (_, i) => person(i, (59 - i) * 100, 0));
    const { levels } = tagLevels(people, HERE, ALL);
    const shown = people.filter((one) => levels.get(one.id) === 1).map((one) => one.id);
    expect(shown).toEqual(people.slice(60 - MOST_OTHERS).map((one) => one.id));
  });

  it('are only for those singled out at half zoom, and drop the others when time is short', () => {
    const people = [person(1, 0, 0, { me: true }), person(2, 200, 0, { presents: true }), person(3, 400, 0)];
    const half = tagLevels(people, HERE, { onlySingledOut: true, withoutOthers: false }).levels;
    expect([1, 2, 3].map((id) => half.get(id))).toEqual([3, 0, 0]);
    const slow = tagLevels(people, HERE, { onlySingledOut: false, withoutOthers: true }).levels;
    expect([1, 2, 3].map((id) => slow.get(id))).toEqual([3, 2, 0]);
  });

  it('wait for the name', () => {
    const { levels } = tagLevels([person(1, 0, 0, { shortName: '' }), person(2, 50, 0)], HERE, ALL);
    expect([levels.get(1), levels.get(2)]).toEqual([0, 1]);
  });

  it('of a circle are one label, mine stays', () => {
    const { levels } = tagLevels(
      [person(1, 0, 0, { inCircle: true }), person(2, 40, 0, { inCircle: true, me: true })],
      HERE,
      ALL,
    );
    expect(levels.get(1)).toBe(0);
    expect(levels.get(2)).toBe(3);
  });
});

describe('crowds', () => {
  const group = (count: number, x: number): TagSubject[] =>
    Array.from({ length: count }, (_, i) => person(i + x, x + (i % 4) * 20, 100 + Math.floor(i / 4) * 20));

  it('are one count from six on, and nobody in them has a tag', () => {
    expect(tagLevels(group(5, 1000), HERE, ALL).crowds).toEqual([]);
    const { levels, crowds } = tagLevels(group(6, 1000), HERE, ALL);
    expect(crowds).toHaveLength(1);
    expect(crowds[0]?.count).toBe(6);
    expect(crowds[0]?.y).toBe(120);
    expect([...levels.values()].every((level) => level === 0)).toBe(true);
  });

  it('name those I keep in sight in the count, and keep the presenter and me', () => {
    const people = group(8, 1000);
    people[0] = person(1000, 1000, 100, { keptInSight: true, shortName: 'Jo' });
    people[1] = person(1001, 1020, 100, { presents: true });
    people[2] = person(1002, 1040, 100, { me: true });
    const { levels, crowds } = tagLevels(people, HERE, ALL);
    expect(crowds[0]?.inSight).toEqual(['Jo']);
    expect(levels.get(1000)).toBe(0);
    expect(levels.get(1001)).toBe(2);
    expect(levels.get(1002)).toBe(3);
  });

  it('are apart when they stand apart, and a queue of pairs is none', () => {
    const two = tagLevels([...group(6, 1000), ...group(7, 3000)], HERE, ALL).crowds;
    expect(two.map((crowd) => crowd.count).sort()).toEqual([6, 7]);
    const queue = Array.from({ length: 20 }, (_, i) => person(i, i * 50, 0));
    expect(tagLevels(queue, HERE, ALL).crowds).toEqual([]);
  });
});
