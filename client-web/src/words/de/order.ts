// German: blocking, reporting, measures.

import { counting } from '../counting';
import type { More } from '../languages';

const { n, plural } = counting('de-DE');

export const order: More['order'] = {
  openAgain: 'Sie können wieder hereinkommen.',
  removedHow: 'Sie dürfen wiederkommen, wenn Sie möchten.',
  block: 'Blockieren',
  blockName: (name) => `${name} blockieren`,
  blockHow: (name) =>
    `Sie und ${name} lesen einander in der Nähe, in Direktnachrichten und Einladungen nicht mehr, und keine Seite sieht, wo die andere ist. Was anderswo geschrieben wurde, ist für Sie verborgen. ${name} erfährt davon nichts. Sie können es jederzeit aufheben.`,
  unblock: 'Nicht mehr blockieren',
  unblockName: (name) => `${name} nicht mehr blockieren`,
  report: 'Melden',
  reportName: (name) => `${name} dem Organisationsteam melden`,
  reportMessage: 'Die Nachricht wird mitgeschickt.',
  reportNear: 'Was zuletzt um Sie herum gesagt wurde, wird mitgeschickt.',
  what: 'Was ist geschehen?',
  whatHint: 'Bis zu 500 Zeichen. Organisation und Moderation lesen es, sonst niemand.',
  sendReport: 'Meldung senden',
  reported: 'Das Organisationsteam hat Ihre Meldung.',
  reportedHow: (name) =>
    `Die Moderation liest sie und entscheidet. ${name} erfährt nicht, von wem sie kommt. Mehr müssen Sie nicht tun; Blockieren hilft sofort.`,
  kinds: ['', 'Verwarnen', 'Stummschalten', 'Hinausbitten', 'Ausschließen'],
  kindHints: [
    '',
    'Der Grund wird einmal gelesen.',
    'Lesen und gehen ja, reden und schreiben nein.',
    'Jetzt hinaus; wiederkommen ist erlaubt.',
    'Hinaus, und vor der Zeit kein Einlass.',
  ],
  kindName: (kind, name) => `${name}: ${kind}`,
  what_: 'Was zu tun ist',
  howLong: 'Wie lange',
  minutes10: '10 Minuten',
  hour: '1 Stunde',
  today: 'Bis heute Abend',
  untilLifted: 'Bis es aufgehoben wird',
  why: 'Grund',
  whyHint: (name) => `${name} liest das; sagen Sie also, was anders sein soll.`,
  whyMissing: 'Schreiben Sie einen Grund; er wird gelesen.',
  open: (count) =>
    count === 0 ? 'Keine offenen Meldungen.' : plural(count, 'offene Meldung', 'offene Meldungen'),
  noneHow: 'Was gemeldet wird, kommt hierher, das Neueste zuerst.',
  update: (count) => `Jetzt ${n(count)} offen, Liste erneuern`,
  about: (by, about) => `${by} meldet ${about}`,
  written: 'Geschrieben wurde',
  heard: 'Gesagt wurde',
  asReported: 'so sagt es die Meldung',
  before: 'Davor',
  nothing: 'Nichts zu tun',
  settled: (name) => `Die Meldung über ${name} ist erledigt.`,
  older: 'Ältere Meldungen zeigen',
  inForce: 'Jetzt in Kraft',
  noneInForce: 'Niemand ist stummgeschaltet oder ausgeschlossen.',
  lift: 'Aufheben',
  liftName: (kind, name) => `Aufheben: ${kind}, ${name}`,
  measureLine: (kind, until, by) => `${kind}${until ? ` bis ${until}` : ''}, von ${by}`,
  lifted: 'aufgehoben',
  failed: 'Die Meldungen wurden nicht geladen.',
};
