// Slots, clashes and places of breakouts in words.

import type { Hall } from '../hall_context';
import type { Cell, CellState, Clash, Proposal, Slot } from '../../model/proposals';
import { clashesAt } from '../../model/proposals';
import { dayIn, timeIn } from '../../model/zones';
import { shortDayOf } from '../../model/zones_more';
import { moreWords, words } from '../../words';

/** "17:00 to 17:40"; with its day where there are several. */
export function slotTime(zone: string, slot: Slot, days: boolean): string {
  const hours = words.time.range(timeIn(zone, slot.startMs), timeIn(zone, slot.endMs));
  return days ? `${shortDayOf(words.locale, dayIn(zone, slot.startMs))} ${hours}` : hours;
}

export function severalDays(zone: string, slots: readonly Slot[]): boolean {
  return new Set(slots.map((slot) => dayIn(zone, slot.startMs))).size > 1;
}

function clashWords(hall: Hall, name: string, clash: Clash): string {
  const zone = hall.settings().values.timeZone;
  const title = hall.catalogue().sessions.find((each) => each.id === clash.session)?.title ?? '';
  if (clash.kind === 'hosting') return moreWords.board.hosting(name, title);
  const number = hall.catalogue().byKey(clash.poster)?.number ?? 0;
  return moreWords.board.shift(
    name,
    number,
    timeIn(zone, clash.span.startMs),
    timeIn(zone, clash.span.endMs),
  );
}

/** What meets who proposes it then; '' = nothing. */
export function clashesWords(hall: Hall, proposal: Proposal, slot: Slot): string {
  return clashesAt(proposal, slot)
    .map((clash) => clashWords(hall, proposal.name, clash))
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
