// The catalogues, whole: what a page loads in three parts (client-web/src/words).

import * as enDoor from '../../../client-web/src/words/en/door';
import * as enMore from '../../../client-web/src/words/en/more';
import * as enWords from '../../../client-web/src/words/en/words';

export const words = { ...enWords, ...enDoor, ...enMore };
export type AllWords = typeof words;
