// German: the frame around everything: pages, bars, sections, times.

import { counting } from '../counting';
import type { Words } from '../languages';

const { n } = counting('de-DE');

export const common: Words['common'] = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  saved: 'Gespeichert',
  back: 'Zurück',
  retry: 'Noch einmal versuchen',
  loading: 'Wird geladen',
  later: 'Später',
  change: 'Ändern',
  show: 'Zeigen',
  more: 'Mehr',
  language: 'Sprache',
  opensNewTab: '(öffnet einen neuen Tab)',
  you: 'Sie',
  plusMore: (count) => `+${n(count)}`,
  theEvent: 'Die Veranstaltung',
  askAt: (contact) => `Fragen Sie ${contact}.`,
};

export const page: Words['page'] = {
  join: 'Eintreten',
  landing: 'Willkommen',
  hall: 'Halle',
  list: 'Liste',
  poster: (number) => `Poster ${number}`,
  title: (page, event) => `${page} · ${event}`,
};

export const skip: Words['skip'] = {
  posters: 'Zu den Postern springen',
  section: 'Zu diesem Bereich springen',
  conversation: 'Zum Gespräch springen',
  search: 'Zur Suche springen',
  hall: 'Zur Halle springen',
};

export const time: Words['time'] = {
  until: (at) => `bis ${at}`,
  untilCapital: (at) => `Bis ${at}`,
  untilThen: (at, next) => `Bis ${at}, dann ${next}`,
  range: (from, to) => `${from} bis ${to}`,
  then: (range) => `dann ${range}`,
  plusDays: (days) => (days === 1 ? '+1 Tag' : `+${days} Tage`),
  minusDays: (days) => (days === 1 ? '−1 Tag' : `−${days} Tage`),
  plusShort: (days) => (days > 0 ? `+${days}` : `−${-days}`),
  event: (at) => `${at} Eventzeit`,
  eventZone: (range, zone) => `Zeit der Veranstaltung: ${range} ${zone}`,
  inMinutes: (minutes) => `in ${minutes} Min.`,
  inHours: (hours) => `in ${hours} Std.`,
  now: 'Jetzt',
  next: 'Danach',
  nextIn: (when) => `Danach · ${when}`,
  beginsIn: (when) => `Beginn · ${when}`,
  moreOn: (count) => `+${n(count)} weitere`,
  inClock: (clock) => `noch ${clock}`,
  inDays: (days) => `in ${days} Tagen`,
  openNow: 'jetzt geöffnet',
  over: 'vorbei',
  untilDay: (day) => `bis ${day}`,
  nothingNow: 'Gerade läuft nichts',
  dayOnly: 'Uhrzeit folgt',
  today: 'heute',
  yourZone: (city, zone) => `Ihre Zeit, ${city} (${zone}).`,
  yourZoneTitle: (city) => `Ihre Zeitzone: ${city}`,
  morning: (name) => `Guten Morgen, ${name}`,
  afternoon: (name) => `Guten Tag, ${name}`,
  evening: (name) => `Guten Abend, ${name}`,
  zone: 'Ihre Zeitzone',
  zoneHint: 'Tippen Sie eine Stadt.',
};

export const bar: Words['bar'] = {
  view: 'Ansicht',
  hall: 'Halle',
  list: 'Liste',
  searchHint: 'Poster, Personen, Termine',
  search: 'Suche',
  me: 'Ich und mein Status',
  hallView: 'Hallenansicht',
  main: 'Veranstaltung',
};

export const tabs: Words['tabs'] = {
  panel: 'Seitenleiste',
  sections: 'Bereiche',
  posters: 'Poster',
  people: 'Personen',
  programme: 'Programm',
  chat: 'Chat',
  talk: 'Reden',
  mine: 'Meins',
  saved: 'Gemerkt',
  questions: 'Meine Fragen',
  nowCount: (count) => `${n(count)} jetzt`,
  newCount: (count) => `${n(count)} neu`,
  badge: (count) => (count > 9 ? '9+' : String(count)),
  reports: 'Meldungen',
  files: 'Posterdateien',
  shifts: 'Meine Schichten',
  coverage: 'Besetzung',
  keys: 'Tasten:',
  keysOf: [
    { keys: ['/'], what: 'Suche,' },
    { keys: ['J', 'K'], what: 'nächstes und voriges Poster,' },
    { keys: ['G'], what: 'dann eine Nummer: dorthin,' },
    { keys: ['?'], what: 'alle Tasten.' },
  ],
};

export const noHall: Words['noHall'] = {
  noWebGl: 'Ihr Browser kann die Halle nicht zeichnen.',
  noWebGlHow:
    'Sie sind im Listenmodus: dieselbe Veranstaltung, live, als Text. Mit eingeschalteter Hardware-Grafik kommt die Halle zurück.',
  couldNotDraw: 'Die Halle ließ sich nicht zeichnen.',
  couldNotDrawHow: 'Sie sind im Listenmodus: dieselbe Veranstaltung, live, als Text.',
};
