// The catalogues, whole: what a page loads in parts (client-web/src/words).

import * as deDoor from '../../../client-web/src/words/de/door';
import * as deMore from '../../../client-web/src/words/de/more';
import * as deOrganiser from '../../../client-web/src/words/de/organiser';
import * as deStream from '../../../client-web/src/words/de/stream';
import * as deWords from '../../../client-web/src/words/de/words';
import * as enDoor from '../../../client-web/src/words/en/door';
import * as enMore from '../../../client-web/src/words/en/more';
import * as enOrganiser from '../../../client-web/src/words/en/organiser';
import * as enStream from '../../../client-web/src/words/en/stream';
import * as enWords from '../../../client-web/src/words/en/words';
import * as jaDoor from '../../../client-web/src/words/ja/door';
import * as jaMore from '../../../client-web/src/words/ja/more';
import * as jaOrganiser from '../../../client-web/src/words/ja/organiser';
import * as jaStream from '../../../client-web/src/words/ja/stream';
import * as jaWords from '../../../client-web/src/words/ja/words';

export const words = { ...enWords, ...enDoor, ...enMore, ...enOrganiser, ...enStream };
export type AllWords = typeof words;

const ALL: Readonly<Record<string, AllWords>> = {
  en: words,
  de: { ...deWords, ...deDoor, ...deMore, ...deOrganiser, ...deStream },
  ja: { ...jaWords, ...jaDoor, ...jaMore, ...jaOrganiser, ...jaStream },
};

/** The words a browser of that locale shows. */
export function wordsOf(locale: string): AllWords {
  return ALL[locale.split('-')[0] ?? ''] ?? words;
}

/** Every text without arguments. */
export function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** What the way into a full room's line is called, however many wait in it. */
export const inLine = (room: string): RegExp => new RegExp(`^${words.breakout.wait(0)}.*: ${room}$`);
