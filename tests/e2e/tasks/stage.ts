// What a task is, and what several of them do.

import type { Hands, Name } from '../support/hands';
import { words } from '../support/visitor';

export interface Stage {
  /** The one who visits. */
  readonly me: Hands;
  /** An organiser, who needs the same. */
  readonly organiser: Hands;
  /** An author at the booth. */
  readonly author: Hands;
  readonly phone: boolean;
  readonly booth: number;
  readonly title: string;
  readonly names: { readonly me: string; readonly author: string; readonly organiser: string; readonly other: string };
  /** The room of the breakout that runs now. */
  readonly room: string;
}

export interface Task {
  readonly title: string;
  run(stage: Stage): Promise<void>;
}

const w = words;

/** A section of list mode, of the hall's panel, or of the phone's bar. */
export async function section(hands: Hands, phone: boolean, wide: string, narrow: string): Promise<void> {
  // With what waits there before or after its name; the search names posters too.
  await hands.press('button', new RegExp(`^(\\d+ new ?)?${phone ? narrow : wide}( |$)`));
}
export const chat = (stage: Stage): Promise<void> => section(stage.me, stage.phone, w.tabs.chat, w.tabs.talk);
export const mine = (stage: Stage, wide: string): Promise<void> => section(stage.me, stage.phone, wide, w.tabs.mine);
export const people = (stage: Stage): Promise<void> => section(stage.me, stage.phone, w.tabs.people, w.tabs.people);
export const posters = (stage: Stage): Promise<void> => section(stage.me, stage.phone, w.tabs.posters, w.tabs.posters);

export const search = (stage: Stage): Name => (stage.phone ? w.bar.search : new RegExp(w.bar.searchHint));
export const starts = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

/** Opens what one can do with a person of the list. */
export async function more(stage: Stage, name: string): Promise<void> {
  await people(stage);
  await stage.me.press('button', w.people.moreActions(name));
}
