// A breakout's questions: their states, their order, how many wait. Pure.

/** RoomQuestionState of rooms.proto. */
export const ASKED = 1;
export const SHOWN = 2;
export const ANSWERED = 3;
export const ASIDE = 4;

export interface RoomQuestion {
  /** In the room's channel. */
  readonly number: number;
  /** 0 = without a name. */
  readonly person: number;
  readonly text: string;
  readonly answer: string;
  readonly state: number;
  /** How many others want it answered. */
  readonly wants: number;
  readonly wanted: boolean;
  readonly mine: boolean;
  readonly atMs: number;
}

/** At most so many of one person wait for an answer. */
export const UNANSWERED_AT_MOST = 10;

/** Those of a state: the most wanted first, then the longest waiting. */
export function inState(questions: readonly RoomQuestion[], state: number): readonly RoomQuestion[] {
  return questions
    .filter((each) => each.state === state)
    .sort((a, b) => b.wants - a.wants || a.number - b.number);
}

/** The same as they stood before, those that are new behind them: nothing moves beneath who is reading or pressing. */
export function asHeld(
  questions: readonly RoomQuestion[],
  held: readonly number[] | null,
): readonly RoomQuestion[] {
  if (held === null) return questions;
  const at = new Map(held.map((number, i) => [number, i]));
  const place = ({ number }: RoomQuestion): number => at.get(number) ?? held.length;
  return [...questions].sort((a, b) => place(a) - place(b));
}

export interface QuestionCounts {
  readonly toApprove: number;
  readonly shown: number;
  readonly answered: number;
  readonly aside: number;
  /** Of mine, those without an answer. */
  readonly mine: number;
}

export function countsOf(questions: readonly RoomQuestion[]): QuestionCounts {
  const count = (state: number): number => questions.filter((each) => each.state === state).length;
  return {
    toApprove: count(ASKED),
    shown: count(SHOWN),
    answered: count(ANSWERED),
    aside: count(ASIDE),
    mine: questions.filter((each) => each.mine && each.state !== ANSWERED && each.state !== ASIDE).length,
  };
}
