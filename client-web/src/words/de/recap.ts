// German: what stays of a breakout.

import { counting } from '../counting';
import type { More } from '../languages';

const { plural } = counting('de-DE');

export const recap: More['recap'] = {
  open: 'Was davon bleibt',
  openOf: (title) => `Was von „${title}“ bleibt`,
  came: (count) => `${plural(count, 'Person', 'Personen')} waren da.`,
  questions: 'Fragen',
  unnamed: 'Ohne Namen',
  answered: 'Dort beantwortet.',
  links: 'Adressen',
  posters: 'Gezeigte Poster',
  slides: 'Gezeigte Folien',
  talk: 'Was geschrieben wurde',
  moreTalk: 'Die letzten 1.000 Zeilen.',
  nothing: 'Es wurde nichts gefragt, gezeigt oder geschrieben.',
  notOpened: 'Es war nicht geöffnet: Es gibt nichts zu lesen.',
  failed: 'Das lässt sich gerade nicht lesen.',
  again: 'Noch einmal versuchen',
};
