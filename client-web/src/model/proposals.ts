// Breakouts that people on a poster propose, and the organiser's board of rooms and slots they are placed on.

import type { ProgrammeSession, Span } from './values';

export type ProposalKind = 1 | 2 | 3 | 4;
/** Talk, demo, tutorial, discussion; as on the wire. */
export const PROPOSAL_KINDS: readonly ProposalKind[] = [1, 2, 3, 4];
export type ProposalState = 'proposed' | 'placed' | 'declined' | 'withdrawn';
/** By the wire's number. */
export const PROPOSAL_STATES: readonly ProposalState[] = [
  'withdrawn',
  'proposed',
  'placed',
  'declined',
  'withdrawn',
];
export const MOST_WANTED = 3;

export interface Slot {
  readonly startMs: number;
  readonly endMs: number;
}

/** What meets who proposes, at one slot. */
export interface Clash {
  readonly slotMs: number;
  readonly kind: 'shift' | 'hosting';
  /** Key, of a shift. */
  readonly poster: number;
  /** Id, hosted. */
  readonly session: string;
  readonly span: Span;
}

export interface Proposal {
  readonly id: number;
  readonly poster: number;
  readonly name: string;
  readonly kind: ProposalKind;
  readonly title: string;
  readonly summary: string;
  readonly wanted: readonly number[];
  readonly state: ProposalState;
  readonly session: string;
  readonly room: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly word: string;
  readonly change: number;
  readonly clashes: readonly Clash[];
  readonly mine: boolean;
}

export interface Proposals {
  readonly slots: readonly Slot[];
  readonly proposals: readonly Proposal[];
}

/** What its proposer says of one. */
export interface ProposalWish {
  readonly poster: number;
  readonly kind: ProposalKind;
  readonly title: string;
  readonly summary: string;
  readonly wantedMs: readonly number[];
}

/** Told to its proposer until they have seen it. */
export interface Decision {
  readonly proposal: number;
  /** By PROPOSAL_STATES. */
  readonly state: number;
  readonly title: string;
  readonly word: string;
  readonly room: number;
  readonly startMs: number;
}

/** What stands in one room at one slot. */
export interface Cell {
  /** A placed proposal: it can be moved. */
  readonly proposal: Proposal | null;
  /** Another session. */
  readonly session: ProgrammeSession | null;
}

function meets(a: Slot, b: Slot): boolean {
  return a.startMs < b.endMs && b.startMs < a.endMs;
}

/** The proposals' own word comes first: the programme may be a second behind. */
export function cellAt(
  room: number,
  slot: Slot,
  proposals: readonly Proposal[],
  sessions: readonly ProgrammeSession[],
): Cell {
  const proposal = proposals.find(
    (each) => each.state === 'placed' && each.room === room && meets(each, slot),
  );
  if (proposal) return { proposal, session: null };
  const own = new Set(proposals.map((each) => `proposal-${each.id}`));
  const session = sessions.find(
    (each) => each.room === room && !own.has(each.id) && each.span !== undefined && meets(each.span, slot),
  );
  return { proposal: null, session: session ?? null };
}

export type CellState = 'over' | 'taken' | 'here' | 'clash' | 'free';

/** May `carried` be put there? */
export function cellState(cell: Cell, slot: Slot, carried: Proposal, nowMs: number): CellState {
  if (slot.endMs <= nowMs) return 'over';
  if (cell.proposal?.id === carried.id) return 'here';
  if (cell.proposal ?? cell.session) return 'taken';
  return carried.clashes.some((clash) => clash.slotMs === slot.startMs) ? 'clash' : 'free';
}

export function clashesAt(proposal: Proposal, slot: Slot): readonly Clash[] {
  return proposal.clashes.filter((clash) => clash.slotMs === slot.startMs);
}

/** Where keys begin: a wanted free slot without a clash, else any free one. Column and row. */
export function firstPlace(
  carried: Proposal,
  slots: readonly Slot[],
  rooms: readonly number[],
  cell: (room: number, slot: Slot) => Cell,
  nowMs: number,
): { readonly column: number; readonly row: number } {
  let best = { column: 0, row: 0 };
  let worth = -1;
  slots.forEach((slot, row) =>
    rooms.forEach((room, column) => {
      const state = cellState(cell(room, slot), slot, carried, nowMs);
      const wanted = carried.wanted.includes(slot.startMs) ? 1 : 0;
      const value = state === 'free' ? 4 + wanted : state === 'clash' ? 2 + wanted : 0;
      if (value <= worth) return;
      worth = value;
      best = { column, row };
    }),
  );
  return best;
}
