// German: announcements to a room, to authors of unattended posters, at a time.

import { counting } from '../counting';
import type { Organiser } from '../organiser_words';

const { n } = counting('de-DE');

export const announcing: Organiser['announcing'] = {
  heading: 'Durchsage',
  text: 'Was alle lesen sollen, die es angeht',
  left: (count) => `noch ${n(count)} Zeichen`,
  to: 'An',
  everybody: 'Alle',
  unattended: 'Wer Schicht hat und nicht am Poster ist',
  unattendedNow: (posters) =>
    posters === 1 ? 'Ein Poster ist jetzt eine Lücke.' : `${n(posters)} Poster sind jetzt Lücken.`,
  unattendedThen: 'Wessen Poster dann eine Lücke ist, liest es als Nachricht der Organisation.',
  room: (name) => `Nur in ${name}`,
  when: 'Wann',
  now: 'Jetzt',
  later: 'Zu einer Zeit',
  time: 'Zeit',
  announce: 'Durchsagen',
  plan: 'Planen',
  done: 'Durchgesagt.',
  planned: 'Geplant.',
  withdrawn: 'Zurückgezogen.',
  past: 'Diese Zeit ist vorbei. Wähle eine spätere, oder sag es jetzt durch.',
  full: 'Nicht angenommen: Die Zeit ist zu weit weg, oder es warten schon 50 Durchsagen. Zieh erst eine zurück.',
  gone: 'Sie wurde schon durchgesagt oder zurückgezogen.',
  noRoom: 'Diesen Raum gibt es nicht mehr.',
  failed: 'Es wurde nicht gespeichert. Dein Text ist noch da; versuch es noch einmal.',
  waiting: 'Geplant',
  nothing: 'Nichts ist geplant.',
  settled: 'Früher',
  atOnce: 'sofort',
  withdraw: 'Zurückziehen',
  withdrawOf: (text) => `Zurückziehen: ${text}`,
  by: (name) => `von ${name}`,
  given: (at) => `durchgesagt ${at}`,
  takenBack: (at) => `zurückgezogen ${at}`,
  reached: (count) => (count === 1 ? 'an eine Person' : `an ${n(count)} Personen`),
};
