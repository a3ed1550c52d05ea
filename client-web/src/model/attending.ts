// Attending: whether the hall still takes me for awake at my booth, and the posters whose authors I wait for.

import { Observed } from './observed';

export type StillHere = 'awake' | 'asked' | 'away';

export interface AuthorBack {
  /** Key. */
  readonly poster: number;
  /** Number. */
  readonly booth: number;
  readonly person: number;
}

export class Attending extends Observed {
  private stillHere_: StillHere = 'awake';
  private untilMs_ = 0;
  private wanted_: ReadonlySet<number> = new Set();
  private back_: readonly AuthorBack[] = [];

  get stillHere(): StillHere {
    return this.stillHere_;
  }
  /** Asked: when my lamp goes off. */
  get untilMs(): number {
    return this.untilMs_;
  }
  /** Who is back; shown one after the other. */
  get back(): AuthorBack | null {
    return this.back_[0] ?? null;
  }

  /** I asked to be told when an author of this poster is back. */
  wants(poster: number): boolean {
    return this.wanted_.has(poster);
  }

  told(stillHere: StillHere, untilMs: number): void {
    this.stillHere_ = stillHere;
    this.untilMs_ = untilMs;
    this.changed();
  }

  setWanted(posters: readonly number[]): void {
    this.wanted_ = new Set(posters);
    this.changed();
  }

  want(poster: number, on: boolean): void {
    const wanted = new Set(this.wanted_);
    if (on) wanted.add(poster);
    else wanted.delete(poster);
    this.wanted_ = wanted;
    this.changed();
  }

  isBack(back: AuthorBack): void {
    this.back_ = [...this.back_.filter((each) => each.poster !== back.poster), back];
    this.changed();
  }

  seen(poster: number): void {
    this.back_ = this.back_.filter((each) => each.poster !== poster);
    this.changed();
  }

  /** A new visit: what holds is told again; who is back and was not seen stays. */
  reset(): void {
    this.stillHere_ = 'awake';
    this.wanted_ = new Set();
    this.changed();
  }
}
