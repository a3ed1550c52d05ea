// What is written to many, help, breakouts.

import { words as w } from '../support/visitor';
import { chat, starts } from './stage';
import type { Task } from './stage';

export const TALKING: readonly Task[] = [
  {
    title: 'write to everyone',
    run: async (stage) => {
      await chat(stage);
      await stage.me.choose(w.chat.channels, w.chat.everyone);
      await stage.me.type('textbox', w.chat.toEveryone, 'Good afternon, all.', 'Enter');
      await stage.me.finds('button', w.chat.editOf('Good afternon, all.'));
    },
  },
  {
    title: 'mend what I wrote',
    run: async ({ me }) => {
      await me.press('button', w.chat.editOf('Good afternon, all.'));
      await me.type('textbox', w.chat.editOf('Good afternon, all.'), 'Good afternoon, all.', 'Enter');
      await me.finds('button', w.chat.deleteOf('Good afternoon, all.'));
    },
  },
  {
    title: 'take back what I wrote',
    run: async ({ me }) => {
      await me.press('button', w.chat.deleteOf('Good afternoon, all.'));
      await me.press('button', w.chat.delete);
      await me.hears(w.chat.deleted);
    },
  },
  {
    title: 'as an organiser, announce something',
    run: async ({ organiser }) => {
      await organiser.press('button', starts(w.tabs.chat));
      await organiser.choose(w.chat.channels, w.chat.announcements);
      await organiser.type('textbox', w.chat.toAnnounce, 'The coffee is on the left.', 'Enter');
    },
  },
  {
    title: 'read an announcement and put it away',
    run: async ({ me }) => {
      await me.hears('The coffee is on the left.');
      await me.press('button', w.announce.dismiss);
    },
  },
  {
    title: 'ask the organisers for help',
    run: async ({ me }) => {
      await me.press('button', w.bar.me);
      await me.press('button', w.desk.wrong);
      await me.type('textbox', w.desk.toOrganisers, 'My badge is wrong.', 'Enter');
      await me.hears('My badge is wrong.');
    },
  },
  {
    title: 'as an organiser, answer who asked for help',
    run: async ({ organiser, me, names }) => {
      await organiser.press('button', starts(w.desk.helpFor(names.me)));
      await organiser.type('textbox', w.chat.toPerson(names.me), 'We mend it now.', 'Enter');
      await me.hears('We mend it now.');
    },
  },
  {
    title: 'read the programme and go into a breakout',
    run: async ({ me, room }) => {
      await me.press('button', starts(w.tabs.programme));
      await me.press('button', w.rooms.goInName(room));
      await me.press('tab', starts(w.breakout.tabs.talk)); // it may have a count of what is new
      await me.finds('textbox', w.say.toRoom(room));
    },
  },
  {
    title: 'write to the breakout and leave it',
    run: async ({ me, room }) => {
      await me.type('textbox', w.say.toRoom(room), 'Good talk.', 'Enter');
      await me.hears('Good talk.');
      await me.press('button', w.breakout.leave);
      await me.press('button', starts(w.tabs.programme));
      await me.finds('button', w.rooms.goInName(room));
    },
  },
];
