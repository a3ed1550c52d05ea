// Figures of a poster, by the hour of the reader's clock, and how evenly visits are spread. Counts only. Pure.

import { csv } from './coverage';
import { timeIn } from './zones';

export interface FigureStep {
  readonly startMs: number;
  readonly visits: number;
  readonly reads: number;
  readonly questions: number;
  readonly attendedS: number;
}

export interface Figures {
  readonly visits: number;
  readonly people: number;
  readonly reads: number;
  readonly questions: number;
  readonly medianStayS: number;
  readonly steps: readonly FigureStep[];
}

export interface PosterFigures {
  readonly number: number;
  readonly title: string;
  readonly topic: number;
  readonly visits: number;
  readonly people: number;
  readonly reads: number;
  readonly questions: number;
}

export interface AllFigures {
  readonly visits: number;
  readonly gini: number;
  /** The quietest first. */
  readonly posters: readonly PosterFigures[];
}

const HOUR = 3_600_000;

/** The beginning of the hour on that zone's clock: not every zone is whole hours from UTC. */
function hourOf(zone: string, ms: number): number {
  return ms - Number(timeIn(zone, ms).slice(3)) * 60_000 - (ms % 60_000);
}

/** Hour by hour from the first in which something was to the last, at most the last `most`; empty ones too, and before
 *  the first until there are `least`. */
export function byHour(
  zone: string,
  steps: readonly FigureStep[],
  most: number,
  least = 1,
): readonly FigureStep[] {
  const hours = new Map<number, FigureStep>();
  for (const step of steps) {
    const startMs = hourOf(zone, step.startMs);
    const before = hours.get(startMs);
    hours.set(startMs, {
      startMs,
      visits: step.visits + (before?.visits ?? 0),
      reads: step.reads + (before?.reads ?? 0),
      questions: step.questions + (before?.questions ?? 0),
      attendedS: step.attendedS + (before?.attendedS ?? 0),
    });
  }
  if (hours.size === 0) return [];
  const last = Math.max(...hours.keys());
  const begin = Math.min(...hours.keys(), last - (least - 1) * HOUR);
  const first = Math.max(begin, last - (most - 1) * HOUR);
  const all: FigureStep[] = [];
  for (let startMs = first; startMs <= last; startMs += HOUR)
    all.push(hours.get(startMs) ?? { startMs, visits: 0, reads: 0, questions: 0, attendedS: 0 });
  return all;
}

/** "4:10" */
export function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function figuresCsv(all: AllFigures): string {
  return csv(
    ['booth', 'title', 'visits', 'people', 'reads', 'questions'],
    all.posters.map((each) => [
      each.number,
      each.title,
      each.visits,
      each.people,
      each.reads,
      each.questions,
    ]),
  );
}
