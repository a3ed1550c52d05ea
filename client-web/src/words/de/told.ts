// German: what is told in passing: notices, invitations, announcements, one's other tabs.

import { counting } from '../counting';
import type { More } from '../languages';

const { plural } = counting('de-DE');

export const notice: More['notice'] = {
  asked: (name) => `${name} wurde gefragt.`,
  posterReplaced: 'Eine neue Fassung des Posters hängt.',
  blocked: (name) => `${name} ist blockiert, in beide Richtungen.`,
  unblocked: (name) => `${name} ist nicht mehr blockiert.`,
  taken: [
    null,
    (name) => `${name} liest Ihre Verwarnung.`,
    (name) => `${name} ist stummgeschaltet.`,
    (name) => `${name} ist nicht mehr in der Halle.`,
    (name) => `${name} ist ausgeschlossen.`,
  ],
  newReport: (count) => `${plural(count, 'Meldung wartet', 'Meldungen warten')} auf die Moderation.`,
  posterRequests: (count) =>
    `${plural(count, 'Posterdatei wartet', 'Posterdateien warten')} auf die Veranstalter.`,
  lifted: 'Das Organisationsteam hat aufgehoben, was über Sie entschieden war.',
  roomClosed: 'Dieser Breakout ist jetzt geschlossen.',
  noSuchPoster: (number) => `Es gibt kein Poster ${number}.`,
};

export const invitation: More['invitation'] = {
  walk: (name) => `${name} bittet Sie mitzugehen.`,
  talk: (name) => `${name} möchte mit Ihnen reden.`,
  acceptWalk: 'Mitgehen',
  acceptTalk: 'Reden',
  later: 'Jetzt nicht',
  accepted: (name) => `${name} sagt Ja.`,
  declined: (name) => `${name} sagt: jetzt nicht.`,
  walkingWith: (name) => `Sie gehen mit ${name}.`,
  stopWalking: 'Anhalten',
};

export const announce: More['announce'] = {
  banner: 'Durchsage',
  dismiss: 'Ausblenden',
  open: 'Lesen',
};

export const elsewhere: More['elsewhere'] = {
  otherTab: 'Ein anderer Ihrer Tabs bewegt Ihren Avatar.',
  otherTabHow: 'Dieser zeigt dasselbe.',
  takeControl: 'Von hier bewegen',
  otherDevice: 'Ihr Link wurde auf einem anderen Gerät geöffnet.',
  otherDeviceHow: 'Waren Sie das nicht, beenden Sie es und sagen Sie dem Organisationsteam Bescheid.',
  notYou: 'Nicht Sie? Beenden',
};
