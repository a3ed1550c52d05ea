// German: the event's life: before the doors, closing, closed.

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
