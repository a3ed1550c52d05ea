// The model, the door out and the layout, for every component of the hall.

import { getContext, setContext } from 'svelte';
import { reading } from './reading';
import type { Intents } from '../intents/intents';
import type { HallModel } from '../model/hall_model';
import type { Spoken } from './spoken.svelte';

export type Layout = 'wide' | 'phone';

export interface HallContext {
  readonly model: HallModel;
  readonly intents: Intents;
  readonly layout: () => Layout;
  /** The system's choice or mine. */
  readonly reducedMotion: () => boolean;
  /** '' = the hall can be drawn; else why not. */
  readonly noHall: () => '' | 'no_webgl' | 'failed';
  readonly spoken: Spoken;
}

const KEY = Symbol('hall');

/** The context with every part of the model as something that is followed when read. */
function followed(context: HallContext) {
  const { model } = context;
  return {
    ...context,
    attending: reading(model.attending),
    calls: reading(model.calls),
    catalogue: reading(model.catalogue),
    channels: reading(model.channels),
    clock: reading(model.clock),
    conversation: reading(model.conversation),
    facts: reading(model.facts),
    hands: reading(model.hands),
    link: reading(model.link),
    me: reading(model.me),
    mine: reading(model.mine),
    myProgramme: reading(model.myProgramme),
    notices: reading(model.notices),
    order: reading(model.order),
    own: reading(model.own),
    people: reading(model.people),
    posterDesk: reading(model.posterDesk),
    pointing: reading(model.pointing),
    profiles: reading(model.profiles),
    reminders: reading(model.reminders),
    rooms: reading(model.rooms),
    saved: reading(model.saved),
    search: reading(model.search),
    selection: reading(model.selection),
    settings: reading(model.settings),
  };
}

export type Hall = ReturnType<typeof followed>;

export function setHall(context: HallContext): Hall {
  return setContext(KEY, followed(context));
}

export function useHall(): Hall {
  return getContext<Hall>(KEY);
}
