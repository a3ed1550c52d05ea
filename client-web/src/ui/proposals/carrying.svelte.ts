// A proposal picked up on the board, by keys or with the pointer, and where the keys are with it.
// Owns: nothing beyond the board.

import type { Proposal } from '../../model/proposals';

export class Carrying {
  proposal = $state.raw<Proposal | null>(null);
  /** Else with the pointer. */
  keys = false;
  column = $state(0);
  row = $state(0);
  /** Which place the pointer is over: "room-slot". */
  over = $state('');

  pick(proposal: Proposal, keys: boolean, place: { readonly column: number; readonly row: number }): void {
    this.proposal = proposal;
    this.keys = keys;
    this.column = place.column;
    this.row = place.row;
  }

  drop(): void {
    this.proposal = null;
    this.over = '';
  }

  /** By an arrow; false: it was another key, or the edge. */
  step(key: string, columns: number, rows: number): boolean {
    const column = this.column + (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0);
    const row = this.row + (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0);
    if (column === this.column && row === this.row) return false;
    if (column < 0 || column >= columns || row < 0 || row >= rows) return false;
    this.column = column;
    this.row = row;
    return true;
  }
}
