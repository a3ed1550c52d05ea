// What waits of posters' files and proposed breakouts: for me as an organiser, and answers to what I asked as an author.

import { Observed } from './observed';
import type { Decision } from './proposals';

export interface PosterAnswered {
  readonly request: number;
  /** Key. */
  readonly poster: number;
  readonly putUp: boolean;
  readonly words: string;
  readonly atMs: number;
}

/** As told; of answers and decisions those not seen yet, oldest first. */
export interface Desk {
  openRequests: number;
  answers: readonly PosterAnswered[];
  /** Breakouts that wait for me. */
  openProposals: number;
  /** Another one: proposals are different. */
  proposalsMark: number;
  decisions: readonly Decision[];
}

export class PosterDesk extends Observed implements Desk {
  openRequests = 0;
  answers: Desk['answers'] = [];
  openProposals = 0;
  proposalsMark = 0;
  decisions: Desk['decisions'] = [];

  /** True when more files wait than before. */
  told(desk: Partial<Desk>): boolean {
    const before = this.openRequests;
    Object.assign(this, desk);
    this.changed();
    return this.openRequests > before;
  }
}
