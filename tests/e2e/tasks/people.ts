// Finding people, and keeping order.

import { words as w } from '../support/visitor';
import { more, people, starts } from './stage';
import type { Task } from './stage';

export const PEOPLE: readonly Task[] = [
  {
    title: 'find a person',
    run: async (stage) => {
      await people(stage);
      await stage.me.type('textbox', w.people.filter, stage.names.other.slice(0, 5));
      await stage.me.finds('button', w.people.messageName(stage.names.other));
    },
  },
  {
    title: 'write to one person',
    run: async ({ me, names }) => {
      await me.press('button', w.people.messageName(names.other));
      await me.type('textbox', w.chat.toPerson(names.other), 'Are you at the dinner?', 'Enter');
      await me.hears('Are you at the dinner?');
    },
  },
  {
    title: 'ask a person to talk',
    run: async (stage) => {
      await more(stage, stage.names.other);
      await stage.me.press('button', w.people.talkWithName(stage.names.other));
      await stage.me.hears(w.notice.asked(stage.names.other));
    },
  },
  {
    title: 'keep a person in sight',
    run: async (stage) => {
      await stage.me.press('button', w.people.keepName(stage.names.other));
    },
  },
  {
    title: 'go to where a person is',
    run: async (stage) => {
      await people(stage);
      await stage.me.press('button', w.people.goTo(stage.names.other));
    },
  },
  {
    title: 'block a person',
    run: async (stage) => {
      await stage.me.press('button', w.order.blockName(stage.names.other));
      await stage.me.hears(w.order.blockHow(stage.names.other));
      await stage.me.press('button', w.order.block);
    },
  },
  {
    title: 'take the block back',
    run: async ({ me, names }) => {
      await me.press('button', w.order.unblockName(names.other));
      await me.finds('button', w.order.blockName(names.other));
    },
  },
  {
    title: 'report a person',
    run: async ({ me, names }) => {
      await me.press('button', w.order.reportName(names.other));
      await me.type('textbox', w.order.what, 'They sell lamps.');
      await me.press('button', w.order.sendReport);
      await me.hears(w.order.reported);
      await me.press('button', w.status.done);
    },
  },
  {
    title: 'as an organiser, read the report and mute with a reason',
    run: async ({ organiser, names }) => {
      await organiser.press('button', starts(w.tabs.reports));
      await organiser.hears('They sell lamps.');
      await organiser.press('button', w.order.kindName(w.order.kinds[2] ?? '', names.other));
      await organiser.choose(w.order.howLong, w.order.hour);
      await organiser.type('textbox', w.order.why, 'No selling, please.');
      await organiser.press('button', w.order.kinds[2] ?? '');
      await organiser.finds('button', w.order.liftName(w.order.kinds[2] ?? '', names.other));
    },
  },
  {
    title: 'as an organiser, lift the mute',
    run: async ({ organiser, names }) => {
      await organiser.press('button', w.order.liftName(w.order.kinds[2] ?? '', names.other));
      await organiser.hears(w.order.noneInForce);
    },
  },
];
