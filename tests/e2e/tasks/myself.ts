// Status, places, leaving.

import { words as w } from '../support/visitor';
import { mine, posters } from './stage';
import type { Task } from './stage';

export const MYSELF: readonly Task[] = [
  {
    title: 'say what I am up to, and not be located',
    run: async ({ me }) => {
      await me.press('button', w.bar.me);
      await me.type('textbox', w.status.text, 'At the coffee');
      await me.press('checkbox', w.status.doNotLocate);
      await me.press('button', w.status.saveStatus);
      await me.finds('button', w.bar.me);
    },
  },
  {
    title: 'turn the single-letter keys off and the dark theme on',
    run: async ({ me }) => {
      await me.press('button', w.bar.me);
      await me.press('checkbox', w.status.letterKeys);
      await me.choose(w.status.theme, w.status.themes.dark);
      await me.press('button', w.common.close);
    },
  },
  {
    title: 'stand at a booth from the list, and step out',
    run: async (stage) => {
      await posters(stage);
      await stage.me.press('button', new RegExp(`^${w.posters.standHere} ${stage.booth}$`));
      await stage.me.hears(stage.phone ? w.place.youStandAtShort(stage.booth) : w.place.youStandAt(stage.booth));
      if (stage.phone) await mine(stage, '');
      await stage.me.press('button', w.place.stepOut);
    },
  },
  {
    title: 'go to the hall, wave, and come back to the list',
    run: async ({ me, phone }) => {
      await me.press('button', phone ? w.bar.hallView : w.bar.hall);
      await me.press('button', w.dock.emote);
      await me.press('button', w.emotes.names[0] ?? '');
      await me.press('button', w.bar.list);
      await me.finds('heading', /./);
    },
  },
  {
    title: 'read what the keys do',
    run: async ({ me }) => {
      await me.press('button', w.bar.me);
      await me.press('button', w.status.keys);
      await me.finds('heading', w.help.keys);
      await me.press('button', w.common.close);
    },
  },
  {
    title: 'leave the hall',
    run: async ({ me }) => {
      await me.press('button', w.bar.me);
      await me.press('button', w.status.leave);
      await me.finds('heading', w.connection.left);
    },
  },
  {
    title: 'come back',
    run: async ({ me }) => {
      await me.press('button', w.connection.comeBack);
      await me.finds('button', w.bar.me);
    },
  },
];
