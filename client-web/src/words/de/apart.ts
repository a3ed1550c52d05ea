// German: the hall's other machines are out of reach for a while.

import type { More } from '../languages';

export const apart: More['apart'] = {
  title: 'Die anderen Rechner werden wieder verbunden.',
  how: 'Wer dort hereingekommen ist, ist so lange nicht zu sehen. Nachrichten und Fragen werden gespeichert und erreichen alle; Gespräche in der Nähe bleiben hier.',
};
