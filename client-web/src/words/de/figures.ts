// German: figures of posters.

import { counting } from '../counting';
import type { More } from '../languages';

const { n, plural } = counting('de-DE');

export const figures: More['figures'] = {
  heading: 'Besuche',
  failed: 'Die Zahlen konnten nicht geholt werden.',
  visits: (people) => `Besuche, ${plural(people, 'Person', 'Personen')}`,
  visitsOnly: 'Besuche',
  stay: 'mittlere Dauer, min',
  reads: 'gelesen',
  questions: 'Fragen',
  nothing: 'Noch war niemand hier.',
  asTable: 'Als Tabelle',
  hour: 'Stunde',
  there: 'Besetzt',
  minutes: (count) => `${n(count)} Min.`,
  how: 'Ein Besuch ist eine halbe Minute am Stand. Hinterlegt: jemand vom Poster war da. Nur Zahlen, keine Namen.',
  evenness: 'Wie gleichmäßig die Besuche verteilt sind',
  gini: 'Gini-Koeffizient',
  giniHow: (visits, posters) =>
    `0: alle Poster haben gleich viele Besuche; nahe 1: wenige haben alle. ${plural(visits, 'Besuch', 'Besuche')}, ${n(posters)} Poster.`,
  quietest: 'Die stillsten',
  visitsCount: (count) => plural(count, 'Besuch', 'Besuche'),
};
