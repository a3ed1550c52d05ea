// German: being at one’s poster.

import type { More } from '../languages';

export const attend: More['attend'] = {
  stillHere: 'Noch da?',
  stillHereHow: (seconds) =>
    `Jede Taste und jede Berührung antwortet. Sonst geht Ihre Lampe in ${seconds} Sek. aus.`,
  here: 'Ich bin da',
  lampOff: 'Ihre Lampe ist aus.',
  lampOffHow: 'Gäste sehen Sie als abwesend. Jede Taste und jede Berührung macht sie an.',
  light: 'Anmachen',
  isBack: (name, booth) => `${name} ist wieder an Stand ${booth}.`,
  organisersCall: (booth) => `Die Organisation bittet Sie an Ihren Stand ${booth}.`,
  go: 'Hingehen',
  notNow: 'Jetzt nicht',
  tellMe: 'Sagen Sie mir, wenn jemand zurück ist',
  tellMeHow: 'Sie hören es einmal, wo Sie dann auch sind, auch an einem anderen Tag.',
};
