// German: the event's life: before the doors, closing, closed; and an organiser's hand on its hours.

import { counting } from '../counting';
import type { More } from '../languages';

const { plural } = counting('de-DE');

export const life: More['life'] = {
  days: (count) => plural(count, 'Tag', 'Tage'),
  opensIn: 'Die Türen öffnen in',
  opensAt: (time) => `um ${time} Ihrer Zeit`,
  eventTime: (time, city) => `in ${city} um ${time}`,
  early: 'Sehen Sie sich solange um: Poster und Programm sind da.',
  open: 'Die Türen sind offen.',
  enter: 'In die Halle gehen',
  programme: 'Programm',
  closing: (time) => `Die Halle schließt um ${time}.`,
  closingHow: (until) =>
    `Reden Sie in Ruhe zu Ende; niemand wird hinausgeschickt. Poster, Fragen und Ihre Karten lassen sich bis ${until} lesen.`,
  closed: 'Die Veranstaltung ist geschlossen.',
  closedHow: (until) => `Poster, Fragen und Ihre Karten lassen sich bis ${until} lesen, mit demselben Link.`,
  seen: 'Verstanden',
};

export const lifeDesk: More['lifeDesk'] = {
  heading: 'Die Zeiten der Veranstaltung',
  how: 'Alle sehen eine Änderung binnen zwei Sekunden. Zeiten stehen in Ihrer Zeitzone.',
  doors: 'Türen öffnen',
  closes: 'Die Halle schließt',
  readable: 'Lesbar bis',
  doorsHow: 'Vorher kommen nur Vortragende, Gastgebende und die Ordnung hinein. Leer: immer offen.',
  closesHow: 'Zehn Minuten vorher erfahren es alle; zwei Minuten danach endet das Reden. Leer: nie.',
  readableHow: 'Leer: 30 Tage nach dem Schließen.',
  later: (minutes) => `${minutes} Min. später schließen`,
  save: 'Zeiten speichern',
  back: 'Wie in event.toml',
  saved: 'Gespeichert. Alle sehen es.',
  codes: {
    moved_on: 'Jemand anderes hat das inzwischen geändert. Das steht jetzt da; ändern Sie es noch einmal.',
    closes_before_doors: 'Die Halle schließt, bevor die Türen öffnen. Ändern Sie eines von beiden.',
    ends_before_closing: 'Poster bleiben mindestens lesbar, bis die Halle geschlossen hat.',
    no_title: 'Ein Programmpunkt braucht einen Titel.',
    no_times: 'Ein Programmpunkt braucht Anfang und Ende.',
    ends_too_early: 'Das Ende liegt nicht nach dem Anfang.',
    too_long: 'Ein Programmpunkt dauert höchstens sieben Tage.',
    no_such_room: 'Diesen Breakout-Raum gibt es nicht.',
    room_taken: 'Zu dieser Zeit ist in diesem Raum schon etwas. Verlegen Sie eines von beiden.',
    too_many: 'Ein Programm hat höchstens 500 Punkte.',
    slow_down: 'Das ging schnell. Warten Sie einen Moment.',
    not_found: 'Dieser Programmpunkt steht nicht mehr im Programm.',
    other: 'Das wurde nicht gespeichert. Versuchen Sie es gleich noch einmal.',
  },
};

export const sessionDesk: More['sessionDesk'] = {
  sessions: 'Das Programm ändern',
  add: 'Programmpunkt hinzufügen',
  change: 'Ändern',
  changeOf: (title) => `${title} ändern`,
  longer: (minutes) => `${minutes} Min. länger`,
  longerOf: (minutes, title) => `${title}: ${minutes} Min. länger`,
  title: 'Titel',
  kind: 'Art',
  other: 'Sonstiges',
  place: 'Ort',
  room: 'Breakout-Raum',
  noRoom: 'Keiner',
  people: 'Personen, eine je Zeile',
  summary: 'Beschreibung',
  start: 'Anfang',
  end: 'Ende',
  audience: 'Für wen',
  sponsor: 'Gesponsert von',
  stream: 'Stream-Adresse',
  recording: 'Aufzeichnung',
  streamPublic: 'Auch ohne Einladung zu sehen',
  publicPage: 'Ihre Seite für Menschen ohne Einladung',
  save: 'Speichern',
  remove: 'Aus dem Programm nehmen',
  back: 'Wie in der Datei',
  live: 'Im laufenden Betrieb geändert',
};
