// German: asking to speak at a booth where many stand.

import { counting } from '../counting';
import type { More } from '../languages';

const { n } = counting('de-DE');

export const hands: More['hands'] = {
  label: 'Wer spricht',
  hand: 'Melden',
  raise: 'Hand heben',
  lower: 'Hand senken',
  handAt: (place) => `Gemeldet: ${n(place)}`,
  youAre: (place, of) =>
    place === 1
      ? 'Ihre Hand ist oben: Sie sind als Nächstes dran.'
      : `Ihre Hand ist oben: ${n(place)} von ${n(of)}.`,
  up: (count) => (count === 1 ? '1 Hand ist oben' : `${n(count)} Hände sind oben`),
  hasFloor: (name) => `${name} hat das Wort.`,
  youHaveFloor: 'Sie haben das Wort.',
  give: 'Das Wort geben',
  giveTo: (name) => `${name} das Wort geben`,
  take: 'Zurücknehmen',
  giveBack: 'Zurückgeben',
  hear: 'Wen Sie hören',
  everybody: 'Alle',
  presenter: 'Nur Vortragende',
  onlyNow: 'Sie lesen, wer vorträgt und wer das Wort hat.',
};
