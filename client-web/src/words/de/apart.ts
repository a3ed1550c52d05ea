// German: the hall's other machines are out of reach for a while.

import type { More } from '../languages';

export const apart: More['apart'] = {
  away: 'Die anderen Rechner werden wieder verbunden. Wer dort ist, ist so lange nicht zu sehen; Gespräche in der Nähe bleiben hier.',
};
