// A part of the words that few first screens need: loaded by what shows them, in the language spoken then. What is shown
// changes its language by being put on the page anew, and so the part is asked for again.

import { language } from '.';
import type { LanguageCode } from '.';

/** What is loaded later comes with its part of the words: `load` fetches it, `take` keeps it. */
export function withPart<P>(
  load: (code: LanguageCode) => Promise<P>,
  take: (part: P) => void,
): <T>(loaded: Promise<T>) => Promise<T> {
  return async (loaded) => {
    let code: LanguageCode;
    do {
      code = language();
      take(await load(code));
    } while (code !== language());
    return loaded;
  };
}
