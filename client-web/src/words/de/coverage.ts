// German: who is planned, here and missing.

import { counting } from '../counting';
import type { Organiser } from '../organiser_words';

const { n, plural } = counting('de-DE');

export const coverage: Organiser['coverage'] = {
  heading: 'Besetzung',
  failed: 'Die Übersicht konnte nicht geholt werden.',
  wholeEvent: 'Ganze Veranstaltung',
  session: 'Sitzung',
  csv: 'Als CSV',
  csvOf: (what) => `${what}, als CSV`,
  hereNow: 'jetzt hier',
  hereHow: (hall, list) => `${n(hall)} in der Halle · ${n(list)} in der Liste`,
  attended: 'Stände besetzt',
  ofPlanned: (planned) => `${n(planned)} jetzt geplant`,
  gaps: (count) => (count === 1 ? 'Lücke' : 'Lücken'),
  waitingAt: (people, booths) =>
    people === 0
      ? 'niemand wartet'
      : `${plural(people, 'Gast wartet', 'Gäste warten')} an ${plural(booths, 'Stand', 'Ständen')}`,
  quiet: (count) => (count === 1 ? 'stiller Stand' : 'stille Stände'),
  quietHow: 'besetzt, seit 30 min ohne Gäste',
  rooms: (count) => (count === 1 ? 'Breakout offen' : 'Breakouts offen'),
  inRooms: (people) => plural(people, 'Person', 'Personen'),
  byTopic: (session) => `Besetzung, ${session}`,
  topic: 'Thema',
  posters: 'Poster im Thema',
  planned: 'Geplant',
  here: 'Hier',
  gap: 'Lücke',
  nobody: 'Niemand geplant',
  keyHere: 'jetzt besetzt',
  keyMissing: 'geplant, nicht hier',
  keyPlanned: 'geplant',
  keyNobody: 'niemand geplant',
  hallHeading: 'Die Halle jetzt',
  hallHow: 'Gäste je Stand',
  hallTold: (booths, fullest, visitors, gaps) =>
    booths === 0
      ? `Die Halle von oben. Kein Stand hat gerade Gäste; ${plural(gaps, 'Lücke', 'Lücken')}.`
      : `Die Halle von oben. ${plural(booths, 'Stand hat', 'Stände haben')} Gäste, die meisten ${fullest} mit ${n(visitors)}; ${plural(gaps, 'Lücke', 'Lücken')}.`,
  boothTold: (booth, title, visitors) =>
    `${booth} ${title}: ${visitors === 0 ? 'keine Gäste' : plural(visitors, 'Gast', 'Gäste')}.`,
  boothGap: 'Niemand vom Poster da.',
  keyGap: 'geplant und leer',
  poster: 'Titel',
  visitors: 'Gäste',
  hallRest: (booths) =>
    booths === 0
      ? 'Das sind alle Stände.'
      : `${plural(booths, 'weiterer Stand hat', 'weitere Stände haben')} weder Gäste noch Lücken.`,
  gapsHeading: 'Lücken, am meisten Erwartete zuerst',
  callAll: (count) => `Alle ${n(count)} rufen`,
  callNobody: 'Niemand zu rufen',
  callAuthor: 'Rufen',
  callAuthorOf: (booth) => `Jemanden vom Poster an Stand ${booth} rufen`,
  calledMany: (count) =>
    count === 1
      ? 'Die Leute von einem Poster wurden gerufen.'
      : `Die Leute von ${n(count)} Postern wurden gerufen.`,
  called: (at) => `Gerufen ${at}`,
  coming: 'Unterwegs',
  later: 'Kommt später',
  cannotCall: 'Niemand zu rufen: nicht in der Veranstaltung',
  noGaps: 'Keine Lücken.',
  noGapsHow: 'Wo jetzt jemand da sein soll, ist jemand da.',
  booth: 'Stand',
  posterAndAuthor: 'Poster und wer Schicht hat',
  lastHere: 'Zuletzt hier',
  notSeen: 'noch nicht',
  waiting: 'Warten',
  waitingCount: (count) => `${n(count)} warten`,
  nobodyInvited: 'Niemand vom Poster ist eingeladen',
  never: (name) => `${name}, war noch nie da`,
  notHere: (name) => `${name}, jetzt nicht da`,
  away: (name) => `${name}, nicht an der Tastatur`,
  inHall: (name) => `${name}, in der Veranstaltung`,
  atBooth: (name, booth) => `${name}, an Stand ${booth}`,
  inRoom: (name, room) => `${name}, im ${room}`,
};

export const dayBoard: Organiser['dayBoard'] = {
  heading: 'Der Tag: jetzt und die nächste Stunde',
  nothing: 'Gerade läuft nichts, und in der nächsten Stunde beginnt nichts.',
  when: 'Wann',
  what: 'Was',
  inside: 'Drinnen',
  waiting: (count) => `${n(count)} in der Schlange`,
  until: (time) => `bis ${time}`,
  from: (time) => `ab ${time}`,
  seats: (members, capacity) => `${n(members)} von ${n(capacity)}`,
  full: 'voll',
  notOpen: 'nicht offen',
};
