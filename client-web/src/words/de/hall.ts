// German: the picture of the hall.

import { counting } from '../counting';
import type { More } from '../languages';

const { n } = counting('de-DE');

export const hall: More['hall'] = {
  label: (where) =>
    `Die Halle. ${where}. Pfeiltasten gehen, Eingabe nennt, wer und was in der Nähe ist; die Liste zeigt dasselbe als Text.`,
  aisleOf: (aisle, all) => `Gang ${aisle} von ${all}`,
  foyer: 'Foyer',
  wholeHall: 'Ganze Halle',
  centreOnMe: 'Auf mich zentrieren',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  mapHides: 'M blendet aus',
  map: 'Karte',
  showMap: 'Karte zeigen',
  mapLabel: 'Karte der Halle. Ein Klick bringt Sie dorthin.',
  aisle: 'Gang',
  here: (count) => `${n(count)} hier`,
  hereWith: (count, names) => `${n(count)} hier · ${names.join(', ')} im Blick`,
  circle: (names, more) => (more > 0 ? `${names.join(', ')} +${more}` : names.join(', ')),
  stage: 'Bühne',
  helpDesk: 'Hilfe',
  you: 'Sie',
  away: 'abwesend',
  listMode: 'im Listenmodus',
  drawing: 'Die Halle wird gezeichnet',
  doorOpen: (until) => `Offen bis ${until}`,
  doorOpenNow: 'Offen',
  doorOpens: (at) => `Öffnet ${at}`,
  doorClosed: 'Geschlossen',
  person: (name) => `Was Sie mit ${name} tun können`,
  near: 'In Ihrer Nähe',
  nearHow: 'Pfeiltasten wählen, Eingabe öffnet.',
  nobodyNear: 'Niemand und kein Poster ist zu sehen.',
};

export const emotes: More['emotes'] = {
  label: 'Gesten',
  names: [
    'winken',
    'klatschen',
    'Daumen hoch',
    'Herz',
    'lachen',
    'feiern',
    'Frage',
    'Idee',
    'nachdenken',
    'schauen',
    'Kaffee',
    'danke',
  ],
};
