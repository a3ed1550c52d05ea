// My programme as one list: sessions I chose or host, and my shifts. Pure.

import { bindsOne } from './programme';
import type { Appointment, ProgrammeEntry } from './programme';
import type { MyProgramme, MyShift } from './my_programme';
import type { Catalogue } from './catalogue';
import type { ProgrammeSession } from './values';

export interface MyEntry extends ProgrammeEntry {
  /** Else it is a shift. */
  readonly session?: ProgrammeSession;
  /** Number of the booth of a shift. */
  readonly booth?: number;
}

export function shiftId(shift: MyShift): string {
  return `shift-${shift.poster}-${shift.span.startMs}`;
}

/** In order of time; what has no hours comes last. */
export function myEntries(catalogue: Catalogue, mine: MyProgramme): readonly MyEntry[] {
  const sessions = catalogue.sessions
    .filter(({ id }) => mine.has(id))
    .map((session): MyEntry => ({ ...entryOf(session), session }));
  const shifts = mine.shifts.flatMap((shift): MyEntry[] => {
    const poster = catalogue.byKey(shift.poster);
    if (!poster) return [];
    const { title, number } = poster;
    return [{ id: shiftId(shift), title, day: '', span: shift.span, booth: number }];
  });
  return [...sessions, ...shifts].sort(
    (a, b) => (a.span?.startMs ?? Infinity) - (b.span?.startMs ?? Infinity) || (a.id < b.id ? -1 : 1),
  );
}

function entryOf({ id, title, day, span }: ProgrammeSession): ProgrammeEntry {
  return { id, title, day, span };
}

/** Of my entries those with hours; `binding`: those at which one has to be from beginning to end. */
export function appointments(entries: readonly MyEntry[], binding: boolean): readonly Appointment[] {
  return entries.flatMap(({ id, title, span, session, booth }) =>
    span && (!binding || !session || bindsOne(session)) ? [{ id, title, span, booth }] : [],
  );
}
