// Which posters are listed and in what order. Pure: facts, places and clock come as arguments.

import { aisleOf } from './catalogue';
import type { BoothFact } from './facts';
import type { BoothView, PlanView, Tile } from './scene_view';
import type { Poster } from './values';

export type PosterFilter = 'all' | 'here' | 'needs' | 'saved' | 'unvisited';
export type PosterSort = 'here' | 'needs' | 'near' | 'number' | 'title';

export interface PosterQuestion {
  readonly filter: PosterFilter;
  readonly sort: PosterSort;
  /** -1 = all. */
  readonly topic: number;
}

export interface PosterOrderInput {
  readonly posters: readonly Poster[];
  readonly fact: (number: number) => BoothFact;
  readonly saved: (key: number) => boolean;
  readonly visited: (key: number) => boolean;
  readonly plan: PlanView | null;
  /** Where "nearest" is measured from; it stays until the reader updates the list. */
  readonly from: Tile | null;
  readonly locale: string;
}

export function questionKey(question: PosterQuestion): string {
  return `${question.filter} ${question.sort} ${question.topic}`;
}

function distances(plan: PlanView | null, from: Tile | null): Map<number, number> {
  const result = new Map<number, number>();
  if (!plan || !from) return result;
  for (const booth of plan.booths) result.set(booth.number, distanceTo(booth, from));
  return result;
}

/** To its rug, as one walks; 0 on it. */
function distanceTo(booth: BoothView, from: Tile): number {
  const beside = (at: number, start: number, size: number): number =>
    Math.max(start - at, 0, at - (start + size - 1));
  return beside(from.x, booth.rug.x, booth.rug.w) + beside(from.y, booth.rug.y, booth.rug.h);
}

/** The keys of the posters asked for, in order. */
export function orderPosters(question: PosterQuestion, input: PosterOrderInput): readonly number[] {
  const listed = input.posters.filter((poster) => {
    if (question.topic >= 0 && poster.topic !== question.topic) return false;
    if (question.filter === 'here') return input.fact(poster.number).attended;
    if (question.filter === 'needs') return input.fact(poster.number).needsVisitors;
    if (question.filter === 'unvisited') return !input.visited(poster.key);
    if (question.filter === 'saved') return input.saved(poster.key);
    return true;
  });
  const far = distances(input.plan, input.from);
  const nearer = (a: Poster, b: Poster): number =>
    (far.get(a.number) ?? 0) - (far.get(b.number) ?? 0) || a.number - b.number;
  const lit = (poster: Poster): number => (input.fact(poster.number).attended ? 0 : 1);
  const needs = (poster: Poster): number => (input.fact(poster.number).needsVisitors ? 0 : 1);
  const compare: Record<PosterSort, (a: Poster, b: Poster) => number> = {
    here: (a, b) => lit(a) - lit(b) || nearer(a, b),
    needs: (a, b) => needs(a) - needs(b) || lit(a) - lit(b) || nearer(a, b),
    near: nearer,
    number: (a, b) => a.number - b.number,
    title: (a, b) => a.title.localeCompare(b.title, input.locale) || a.number - b.number,
  };
  return [...listed].sort(compare[question.sort]).map((poster) => poster.key);
}

export interface Neighbourhood {
  readonly topic: number;
  readonly posters: readonly Poster[];
}

/** The same order, by neighbourhood: the one with the first poster first. */
export function byNeighbourhood(posters: readonly Poster[]): readonly Neighbourhood[] {
  const groups = new Map<number, Poster[]>();
  for (const poster of posters) {
    const group = groups.get(poster.topic);
    if (group) group.push(poster);
    else groups.set(poster.topic, [poster]);
  }
  return [...groups].map(([topic, list]) => ({ topic, posters: list }));
}

export interface NeighbourhoodFacts {
  /** Rising. */
  readonly aisles: readonly number[];
  readonly posters: number;
  readonly attended: number;
}

/** What the heading of a neighbourhood says, by topic. */
export function neighbourhoodFacts(
  posters: readonly Poster[],
  fact: (number: number) => BoothFact,
): ReadonlyMap<number, NeighbourhoodFacts> {
  const facts = new Map<number, NeighbourhoodFacts>();
  for (const { topic, posters: list } of byNeighbourhood(posters)) {
    const aisles = [...new Set(list.map((poster) => aisleOf(poster.number)))].sort((a, b) => a - b);
    const attended = list.filter((poster) => fact(poster.number).attended).length;
    facts.set(topic, { aisles, posters: list.length, attended });
  }
  return facts;
}
