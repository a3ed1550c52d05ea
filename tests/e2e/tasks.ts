// What a visit is made of: 36 tasks by role and name, in the order in which somebody may do them. tasks.spec.ts does
// them by keyboard alone, by the accessibility tree alone, and by touch on a phone.

import type { Hands, Name } from './support/hands';
import { words } from './support/visitor';

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
async function section(hands: Hands, phone: boolean, wide: string, narrow: string): Promise<void> {
  // With what waits there before or after its name; the search names posters too.
  await hands.press('button', new RegExp(`^(\\d+ new ?)?${phone ? narrow : wide}( |$)`));
}
const chat = (stage: Stage): Promise<void> => section(stage.me, stage.phone, w.tabs.chat, w.tabs.talk);
const mine = (stage: Stage, wide: string): Promise<void> => section(stage.me, stage.phone, wide, w.tabs.mine);
const people = (stage: Stage): Promise<void> => section(stage.me, stage.phone, w.tabs.people, w.tabs.people);
const posters = (stage: Stage): Promise<void> => section(stage.me, stage.phone, w.tabs.posters, w.tabs.posters);

const search = (stage: Stage): Name => (stage.phone ? w.bar.search : new RegExp(w.bar.searchHint));
const starts = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

/** Opens what one can do with a person of the list. */
async function more(stage: Stage, name: string): Promise<void> {
  await people(stage);
  await stage.me.press('button', w.people.moreActions(name));
}

export const TASKS: readonly Task[] = [
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
      await me.finds('textbox', w.say.toRoom(room));
    },
  },
  {
    title: 'write to the breakout and leave it',
    run: async ({ me, room }) => {
      await me.type('textbox', w.say.toRoom(room), 'Good talk.', 'Enter');
      await me.hears('Good talk.');
      await me.press('button', starts(w.tabs.programme));
      await me.press('button', w.rooms.leave);
      await me.finds('button', w.rooms.goInName(room));
    },
  },
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
      await me.press('button', w.dock.emoteNames[0] ?? '');
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
