// Slots, clashes and places of breakouts in words.

import type { Hall } from '../hall_context';
import type { Cell, CellState, Clash, Proposal, Slot } from '../../model/proposals';
import { clashesAt } from '../../model/proposals';
import { eventHours, hoursOn } from '../../model/programme';
import { cityOf, dayIn } from '../../model/zones';
import { shortDayOf } from '../../model/zones_more';
import { hoursWords, momentWords } from '../programme/hours';
import { moreWords, words } from '../../words';

/** "17:00 to 17:40", "23:40 to 00:20 +1 day"; with its day where not all are today. */
export function slotTime(zone: string, slot: Slot, days: boolean): string {
  const day = dayIn(zone, slot.startMs);
  const hours = hoursWords(hoursOn(zone, slot, day));
  return days ? `${shortDayOf(words.locale, day)} ${hours}` : hours;
}

/** The same on the event's walls, days counted from mine: "01:40 to 02:20 +1 day Nairobi"; '' = they show the same. */
export function slotThere(hall: Hall, slot: Slot): string {
  const zone = hall.settings().values.timeZone;
  const eventZone = hall.catalogue().event.timeZone;
  const day = dayIn(zone, slot.startMs);
  const theirs = eventHours(eventZone, hoursOn(zone, slot, day), slot, day);
  return theirs ? moreWords.programme.eventAt(hoursWords(theirs), cityOf(eventZone)) : '';
}

/** Both, where it has to be one text. */
export function slotBoth(hall: Hall, slot: Slot, days: boolean): string {
  const there = slotThere(hall, slot);
  const mine = slotTime(hall.settings().values.timeZone, slot, days);
  return there === '' ? mine : `${mine} · ${there}`;
}

/** Slots say their day, unless all are today. */
export function daysSaid(zone: string, slots: readonly Slot[], nowMs: number): boolean {
  const today = dayIn(zone, nowMs);
  return slots.some((slot) => dayIn(zone, slot.startMs) !== today);
}

/** Hours that meet a slot, days counted from its own: "23:30", "01:00 +1 day". */
export function hoursBeside(hall: Hall, slot: Slot, span: Slot): readonly [string, string] {
  const zone = hall.settings().values.timeZone;
  const { from, to } = hoursOn(zone, span, dayIn(zone, slot.startMs));
  return [momentWords(from), momentWords(to)];
}

function clashWords(hall: Hall, name: string, clash: Clash, slot: Slot): string {
  const title = hall.catalogue().sessions.find((each) => each.id === clash.session)?.title ?? '';
  if (clash.kind === 'hosting') return moreWords.board.hosting(name, title);
  const number = hall.catalogue().byKey(clash.poster)?.number ?? 0;
  return moreWords.board.shift(name, number, ...hoursBeside(hall, slot, clash.span));
}

/** What meets who proposes it then; '' = nothing. */
export function clashesWords(hall: Hall, proposal: Proposal, slot: Slot): string {
  return clashesAt(proposal, slot)
    .map((clash) => clashWords(hall, proposal.name, clash, slot))
    .join('; ');
}

/** What a place is for the one that is carried. */
export function targetWords(hall: Hall, cell: Cell, state: CellState, slot: Slot, carried: Proposal): string {
  const w = moreWords.board;
  const wished = carried.wanted.includes(slot.startMs) ? ` · ${w.wished}` : '';
  switch (state) {
    case 'over':
      return w.over;
    case 'here':
      return w.here;
    case 'taken':
      return w.taken(cell.proposal?.title ?? cell.session?.title ?? '');
    case 'clash':
      return `${w.free} · ${clashesWords(hall, carried, slot)}${wished}`;
    case 'free':
      return w.free + wished;
  }
}

/** Why not: by the server's code. */
export function codeWords(code: string): string {
  const codes = moreWords.proposals.codes;
  return code === '' ? '' : (codes[code] ?? codes['other'] ?? '');
}
