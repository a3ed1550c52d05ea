// German: pointing at a poster, and following who presents it.

import type { More } from '../languages';

export const pointing: More['pointing'] = {
  point: 'Zeigen',
  pointHow: 'Auf das Poster zeigen: Alle an diesem Stand sehen, wohin (P)',
  keys: 'Die Pfeiltasten bewegen Ihren Zeiger, Esc nimmt ihn weg.',
  atHeading: (name, heading) => `${name} zeigt auf „${heading}“.`,
  atPart: (name, part) => `${name} zeigt auf das Poster, ${part}.`,
  youAtHeading: (heading) => `Sie zeigen auf „${heading}“.`,
  youAtPart: (part) => `Sie zeigen auf das Poster, ${part}.`,
  parts: [
    ['oben links', 'oben', 'oben rechts'],
    ['links', 'in der Mitte', 'rechts'],
    ['unten links', 'unten', 'unten rechts'],
  ],
  you: 'Sie',
  view: 'Der Blick der Vortragenden',
  follow: (name) => `Dem Blick von ${name} folgen`,
  followShort: (name) => `${name} folgen`,
  following: (name) => `Sie folgen dem Blick von ${name}`,
  byMyself: 'Selbst schauen',
};
