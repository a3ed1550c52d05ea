// Coming in, a booth and its poster.

import { words as w } from '../support/visitor';
import { chat, mine, posters, search, section, starts } from './stage';
import type { Task } from './stage';

export const COMING_AND_READING: readonly Task[] = [
  {
    title: 'choose the list on the join page and come in',
    run: async ({ me, phone }) => {
      await me.press('radio', starts(w.join.list));
      await me.press('button', phone ? w.join.enterShort : w.join.enter);
      await me.finds('heading', w.posters.heading);
    },
  },
  {
    title: 'find a poster by a word of its title and stand there',
    run: async (stage) => {
      await stage.me.press('button', search(stage));
      await stage.me.type('combobox', w.search.field, stage.title);
      await stage.me.finds('option', new RegExp(stage.title));
      if (stage.me.kind === 'touch') await stage.me.press('option', new RegExp(stage.title));
      else await stage.me.type('combobox', w.search.field, stage.title, 'Enter');
      await stage.me.hears(stage.phone ? w.place.youStandAtShort(stage.booth) : w.place.youStandAt(stage.booth));
    },
  },
  {
    title: 'say something to the booth, and be read there',
    run: async (stage) => {
      await chat(stage);
      await stage.me.type('textbox', w.say.toBooth(stage.booth), 'Hello, I am new here.', 'Enter');
      await stage.author.hears('Hello, I am new here.');
    },
  },
  {
    title: 'hear the answer',
    run: async (stage) => {
      await stage.author.type('textbox', w.say.toBooth(stage.booth), 'Welcome to the booth.', 'Enter');
      await stage.me.hears('Welcome to the booth.');
    },
  },
  {
    title: 'read the poster I stand at',
    run: async (stage) => {
      await posters(stage);
      await stage.me.press('button', w.posters.readNumber(stage.booth));
      await stage.me.finds('tab', w.poster.about);
    },
  },
  {
    title: 'read its summary and who made it',
    run: async ({ me }) => {
      await me.press('tab', w.poster.about);
      await me.finds('heading', w.poster.summary);
      await me.finds('heading', w.poster.authors);
    },
  },
  {
    title: 'ask a question that stays',
    run: async ({ me }) => {
      await me.press('tab', starts(w.questions.tab(0).split(' ')[0] ?? ''));
      await me.press('button', w.questions.ask);
      await me.type('textbox', w.questions.yourQuestion, 'Is the code open?', 'Enter');
      await me.hears('Is the code open?');
    },
  },
  {
    title: 'answer a question at my poster',
    run: async ({ author, me }) => {
      await author.press('button', w.place.readPoster);
      await author.press('tab', starts(w.questions.tab(0).split(' ')[0] ?? ''));
      await author.press('button', w.questions.answerTo('Is the code open?'));
      await author.type('textbox', w.questions.yourAnswer, 'All of it.', 'Enter');
      await me.hears('All of it.');
    },
  },
  {
    title: 'save the poster and close it',
    run: async ({ me, booth }) => {
      await me.press('button', w.posters.saveNumber(booth));
      await me.finds('button', w.posters.unsaveNumber(booth));
      await me.press('button', w.poster.backToList);
      await me.finds('heading', w.posters.heading);
    },
  },
  {
    title: 'find what I saved, and my question',
    run: async (stage) => {
      await mine(stage, w.tabs.saved);
      await stage.me.hears(stage.title);
      if (!stage.phone) await section(stage.me, false, w.tabs.questions, '');
      await stage.me.hears('Is the code open?');
    },
  },
];
