import { describe, expect, it } from 'vitest';
import { Facts } from './facts';
import { Notices } from './notices';
import { packPlace, unpackPlace } from './place';
import { Profiles } from './profiles';
import { SearchState } from './search_state';
import { Settings } from './settings';
import type { SettingsValues } from './settings';
import type { Profile } from './values';

const profile = (person: number): Profile => ({
  person,
  name: `Person ${person}`,
  shortName: '',
  affiliation: '',
  look: new Uint8Array(5),
  role: 1,
  presents: [],
  status: '',
  doNotLocate: false,
});

describe('places', () => {
  it('are packed and unpacked', () => {
    expect(unpackPlace(packPlace(16_383, 16_383, 3))).toMatchObject({
      x: 16_383,
      y: 16_383,
      facing: 3,
      away: false,
    });
    expect(unpackPlace(0xffffffff)).toMatchObject({ away: true, listMode: true });
    expect(packPlace(16_383, 0, 0)).toBeGreaterThan(0);
  });
});

describe('profiles', () => {
  it('are asked for in one batch, once, and again when no answer came', () => {
    const profiles = new Profiles();
    const asked: number[][] = [];
    const asker = { who: (ids: readonly number[]) => asked.push([...ids]), persons: () => undefined };
    profiles.wantVisitors([5, 6, 0]);
    profiles.wantVisitors([6]);
    profiles.ask(asker, 0);
    profiles.ask(asker, 1000);
    expect(asked).toEqual([[5, 6]]);
    profiles.putVisitors([{ visitor: 5, profile: profile(50) }]);
    profiles.ask(asker, 6000);
    expect(asked).toEqual([[5, 6], [6]]);
    expect(profiles.ofVisitor(5)?.name).toBe('Person 50');
    expect(profiles.visitorOf(50)).toBe(5);
  });
  it('are asked for again when they changed, if they are shown', () => {
    const profiles = new Profiles();
    const asked: number[] = [];
    profiles.put([profile(1)]);
    profiles.outdated([1, 2]);
    profiles.ask({ who: () => undefined, persons: (ids) => asked.push(...ids) }, 0);
    expect(asked).toEqual([1]);
  });
  it('tell who presents a poster, but never me', () => {
    const profiles = new Profiles();
    profiles.put([profile(1), { ...profile(2), presents: [7] }, { ...profile(3), presents: [8, 9] }]);
    expect(profiles.presenterOf(9, 1)).toBe(3);
    expect(profiles.presenterOf(7, 2)).toBe(0);
    expect(profiles.presenterOf(5, 1)).toBe(0);
  });
});

describe('facts', () => {
  const facts = (part: object) => ({
    version: 1,
    full: false,
    booth: [],
    state: [],
    peopleHere: 2,
    apart: false,
    cell: [],
    cellPeople: [],
    rooms: [],
    ...part,
  });
  it('change what is named and keep the rest; a full one starts anew', () => {
    const hall = new Facts();
    hall.apply(
      facts({ full: true, booth: [101, 102], state: [(3 << 2) | 3, 0], cell: [7], cellPeople: [2] }),
    );
    hall.apply(facts({ booth: [102], state: [(1 << 2) | 1], cell: [7], cellPeople: [0] }));
    expect(hall.booth(101)).toEqual({ visitors: 3, attended: true, needsVisitors: true });
    expect(hall.booth(102)).toEqual({ visitors: 1, attended: true, needsVisitors: false });
    expect(hall.cells.size).toBe(0);
    hall.apply(facts({ full: true }));
    expect(hall.booth(101).visitors).toBe(0);
  });
});

describe('notices', () => {
  it('come one after another, and the same one once', () => {
    const notices = new Notices();
    notices.tell('leaf', { kind: 'connected' }, 0);
    notices.tell('leaf', { kind: 'connected' }, 10);
    notices.tell('clay', { kind: 'noSuchPoster', name: '999' }, 20);
    expect(notices.current?.content.kind).toBe('connected');
    notices.tick(6500);
    expect(notices.current?.content.kind).toBe('noSuchPoster');
    notices.tick(13_000);
    expect(notices.current).toBeNull();
  });
  it('do not ring twice for one invitation', () => {
    const notices = new Notices();
    notices.invite({ invitation: 1, kind: 'walk', person: 3, visitor: 9 });
    notices.invite({ invitation: 2, kind: 'walk', person: 3, visitor: 9 });
    expect(notices.invites.map((each) => each.invitation)).toEqual([2]);
    notices.answered(2);
    expect(notices.invites).toEqual([]);
  });
});

describe('settings', () => {
  const defaults: SettingsValues = {
    theme: 'system',
    reduceMotion: false,
    letterKeys: true,
    language: '',
    timeZone: 'UTC',
    view: 'hall',
    go: 'auto',
    map: true,
    remind: false,
    wakesAt: 7,
    sleepsAt: 23,
  };
  const store = (kept: Record<string, string> = {}) => ({
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
  });
  it('are kept', () => {
    const kept = store();
    new Settings(kept, defaults).set({ theme: 'dark', timeZone: 'Asia/Tokyo' });
    expect(new Settings(kept, defaults).values).toMatchObject({
      theme: 'dark',
      timeZone: 'Asia/Tokyo',
      view: 'hall',
    });
  });
  it('are not taken from nonsense', () => {
    const kept = store({ 'posterhall.settings': '{"theme":"neon","view":"list","map":"yes","timeZone":5}' });
    expect(new Settings(kept, defaults).values).toEqual({ ...defaults, view: 'list' });
    expect(new Settings(store({ 'posterhall.settings': 'null' }), defaults).values).toEqual(defaults);
    expect(new Settings(store({ 'posterhall.settings': '{' }), defaults).values).toEqual(defaults);
  });
  it('hold for the visit where nothing can be kept', () => {
    const settings = new Settings(
      {
        getItem: () => null,
        setItem: () => {
          throw new Error('full');
        },
      },
      defaults,
    );
    settings.set({ map: false });
    expect(settings.values.map).toBe(false);
  });
});

describe('search', () => {
  const answer = (keys: number[]) => ({
    query: '',
    postersFound: keys.length,
    peopleFound: 1,
    sessionsFound: 0,
    posters: keys.map((key) => ({
      key,
      number: key,
      title: '',
      authors: [],
      attended: false,
      visitors: 0,
      matchedIn: '',
    })),
    people: [{ profile: profile(1), at: null, visitor: 4 }],
    sessions: [],
    didYouMean: '',
  });
  it('drops answers that come late', () => {
    const search = new SearchState();
    const first = search.ask('a');
    const second = search.ask('ab');
    search.found(second, answer([2]));
    search.found(first, answer([1]));
    expect(search.hits.map((hit) => hit.key)).toEqual(['p2', 'h1']);
  });
  it('chooses around, by group and within one kind', () => {
    const search = new SearchState();
    search.found(search.ask('a'), answer([1, 2]));
    search.choose(-1);
    expect(search.chosen?.key).toBe('h1');
    search.nextGroup(false);
    expect(search.chosen?.key).toBe('p1');
    search.only('people');
    expect(search.hits.map((hit) => hit.key)).toEqual(['h1']);
  });
  it('knows a number typed whole', () => {
    const search = new SearchState();
    search.ask(' 411 ');
    expect(search.typedNumber).toBe(411);
    search.ask('411b');
    expect(search.typedNumber).toBe(0);
  });
});
