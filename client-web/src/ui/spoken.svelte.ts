// The language of what is shown, followed from the settings. Words are plain texts, so a screen is put on the page anew
// when its language changes: {#key spoken.code} around it.

import type { Settings } from '../model/settings';
import { language, languageFor, speak } from '../words';
import type { LanguageCode } from '../words';

export interface Spoken {
  /** The language of the words there are now. */
  readonly code: LanguageCode;
  choose(code: LanguageCode): void;
  /** True once after a choice: the list it was chosen from is another one now and takes the focus back. */
  takeFocus(): boolean;
}

/** The language chosen, or the browser's; the page says which it is for who reads it aloud. */
export async function speakAsChosen(settings: Settings): Promise<LanguageCode> {
  await speak(languageFor(settings.values.language, navigator.languages));
  document.documentElement.lang = language();
  return language();
}

/** For a screen's root; ends with it. */
export function followLanguage(settings: Settings): Spoken {
  let code = $state(language());
  let chosen = false;
  $effect(() =>
    settings.onChange(() => {
      // A language that cannot be had (no connection) leaves the words as they are.
      speakAsChosen(settings).then(
        (now) => (code = now),
        () => (chosen = false),
      );
    }),
  );
  return {
    get code() {
      return code;
    },
    choose(wanted) {
      chosen = true;
      settings.set({ language: wanted });
    },
    takeFocus() {
      const focus = chosen;
      chosen = false;
      return focus;
    },
  };
}
