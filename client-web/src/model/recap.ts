// What stays of a breakout: its questions with their answers, links, posters, and what was said.

export interface RecapQuestion {
  /** Empty: without a name. */
  readonly name: string;
  readonly text: string;
  readonly answer: string;
  readonly wants: number;
}

export interface RecapLine {
  readonly name: string;
  readonly text: string;
  readonly atMs: number;
}

export interface Recap {
  readonly people: number;
  /** Still open. */
  readonly goesOn: boolean;
  readonly questions: readonly RecapQuestion[];
  readonly links: readonly string[];
  readonly posters: readonly number[];
  /** Names of files. */
  readonly slides: readonly string[];
  readonly talk: readonly RecapLine[];
  readonly moreTalk: boolean;
}
