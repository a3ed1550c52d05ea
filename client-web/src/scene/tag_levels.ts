// Who shows a name, and how much of it: levels 0 to 3, crowds as one count, circles as one label. Names thin out before
// motion does. Pure: places in pixels of zoom 1.

export type TagLevel = 0 | 1 | 2 | 3;

export interface TagSubject {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly me: boolean;
  /** Hovered, focused, found by search, or the one I walk to. */
  readonly singledOut: boolean;
  readonly presents: boolean;
  readonly keptInSight: boolean;
  readonly talkingWithMe: boolean;
  readonly inCircle: boolean;
  readonly shortName: string;
}

export interface Crowd {
  /** Middle of the crowd, and the lowest feet in it. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly inSight: readonly string[];
}

export interface TagLevels {
  readonly levels: ReadonlyMap<number, TagLevel>;
  readonly crowds: readonly Crowd[];
}

export interface TagRules {
  /** Whole names only of those singled out (zoom 0.5). */
  readonly onlySingledOut: boolean;
  /** Level 1 is dropped when drawing takes too long. */
  readonly withoutOthers: boolean;
}

const CROWD = 6;
const NEAR = 64; // two tiles
/** Tags of level 1 in one picture. */
export const MOST_OTHERS = 24;
const MOST_NAMES_IN_COUNT = 3;

/** `centre` is me, or the middle of the picture: the nearest others get their tags first. */
export function tagLevels(
  subjects: readonly TagSubject[],
  centre: { x: number; y: number },
  rules: TagRules,
): TagLevels {
  const levels = new Map<number, TagLevel>();
  const crowdOf = findCrowds(subjects);
  const others: TagSubject[] = [];
  subjects.forEach((subject, i) => {
    const level = ownLevel(subject, (crowdOf[i] ?? -1) >= 0);
    if (level === null) others.push(subject);
    else levels.set(subject.id, rules.onlySingledOut && level < 3 ? 0 : level);
  });
  const distance = (one: TagSubject): number => (one.x - centre.x) ** 2 + (one.y - centre.y) ** 2;
  others.sort((a, b) => distance(a) - distance(b) || a.id - b.id);
  const room = rules.onlySingledOut || rules.withoutOthers ? 0 : MOST_OTHERS;
  others.forEach((subject, i) => levels.set(subject.id, i < room ? 1 : 0));
  return { levels, crowds: crowdsOf(subjects, crowdOf) };
}

/** null: one of the others, level 1 if there is room. */
function ownLevel(subject: TagSubject, inCrowd: boolean): TagLevel | null {
  // Not heard of yet: the name comes in a moment.
  if (subject.shortName === '') return 0;
  if (subject.me || subject.singledOut) return 3;
  if (subject.inCircle) return 0;
  if (subject.presents) return 2;
  if (inCrowd) return 0;
  return subject.keptInSight || subject.talkingWithMe ? 2 : null;
}

/** For each subject its crowd's number, or -1. A crowd: people with five or more others within two tiles, joined up. */
function findCrowds(subjects: readonly TagSubject[]): Int32Array {
  const near = neighbourhoods(subjects);
  const crowd = new Int32Array(subjects.length).fill(-1);
  let crowds = 0;
  const reach: number[] = [];
  for (let i = 0; i < subjects.length; i++) {
    if (crowd[i] !== -1 || (near[i]?.length ?? 0) + 1 < CROWD) continue;
    crowd[i] = crowds;
    reach.push(i);
    for (let at = reach.pop(); at !== undefined; at = reach.pop()) {
      // Only those who are crowded themselves pass the crowd on: a chain of pairs along an aisle is no crowd.
      if ((near[at]?.length ?? 0) + 1 < CROWD) continue;
      for (const other of near[at] ?? []) {
        if (crowd[other] !== -1) continue;
        crowd[other] = crowds;
        reach.push(other);
      }
    }
    crowds++;
  }
  return crowd;
}

function neighbourhoods(subjects: readonly TagSubject[]): number[][] {
  const cells = new Map<number, number[]>();
  const cellOf = (x: number, y: number): number => Math.floor(y / NEAR) * 65536 + Math.floor(x / NEAR);
  subjects.forEach((subject, i) => {
    const cell = cellOf(subject.x, subject.y);
    const members = cells.get(cell);
    if (members) members.push(i);
    else cells.set(cell, [i]);
  });
  return subjects.map((subject, i) => {
    const near: number[] = [];
    for (let dy = -NEAR; dy <= NEAR; dy += NEAR) {
      for (let dx = -NEAR; dx <= NEAR; dx += NEAR) {
        for (const other of cells.get(cellOf(subject.x + dx, subject.y + dy)) ?? []) {
          const o = subjects[other];
          if (o && other !== i && (o.x - subject.x) ** 2 + (o.y - subject.y) ** 2 <= NEAR * NEAR)
            near.push(other);
        }
      }
    }
    return near;
  });
}

function crowdsOf(subjects: readonly TagSubject[], crowd: Int32Array): Crowd[] {
  const found: { xs: number; low: number; count: number; inSight: string[] }[] = [];
  subjects.forEach((subject, i) => {
    const number = crowd[i] ?? -1;
    if (number < 0) return;
    const one = (found[number] ??= { xs: 0, low: -Infinity, count: 0, inSight: [] });
    one.xs += subject.x;
    one.low = Math.max(one.low, subject.y);
    one.count++;
    if (subject.keptInSight && !subject.me && one.inSight.length < MOST_NAMES_IN_COUNT) {
      one.inSight.push(subject.shortName);
    }
  });
  return found.map(({ xs, low, count, inSight }) => ({ x: xs / count, y: low, count, inSight }));
}
