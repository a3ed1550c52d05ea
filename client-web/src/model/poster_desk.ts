// What waits of posters' files: for me as an organiser, and answers to what I asked as an author.

import { Observed } from './observed';

export interface PosterAnswered {
  readonly request: number;
  /** Key. */
  readonly poster: number;
  readonly putUp: boolean;
  readonly words: string;
  readonly atMs: number;
}

export class PosterDesk extends Observed {
  private open_ = 0;
  private answers_: readonly PosterAnswered[] = [];

  get openRequests(): number {
    return this.open_;
  }
  /** Not seen yet, oldest first. */
  get answers(): readonly PosterAnswered[] {
    return this.answers_;
  }

  /** True when more files wait than before. */
  told(open: number, answers: readonly PosterAnswered[]): boolean {
    const more = open > this.open_;
    this.open_ = open;
    this.answers_ = answers;
    this.changed();
    return more;
  }

  seen(request: number): void {
    this.answers_ = this.answers_.filter((answer) => answer.request !== request);
    this.changed();
  }
}
