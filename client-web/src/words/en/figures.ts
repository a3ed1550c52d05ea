// Figures of posters.

import { counting } from '../counting';

const { n, plural } = counting('en-GB');

export const figures = {
  heading: 'Visits',
  failed: 'The figures could not be fetched.',
  visits: (people: number): string => `visits, ${plural(people, 'person', 'people')}`,
  visitsOnly: 'Visits',
  stay: 'median stay, min',
  reads: 'reads',
  questions: 'questions',
  nothing: 'Nobody was here yet.',
  asTable: 'As a table',
  hour: 'Hour',
  there: 'Author there',
  minutes: (count: number): string => `${n(count)} min`,
  how: 'A visit is half a minute at the booth. Shaded: an author stood there. Counts only, no names.',
  evenness: 'How evenly visits are spread',
  gini: 'Gini coefficient',
  giniHow: (visits: number, posters: number): string =>
    `0: all posters have as many visits; near 1: few have them all. ${plural(visits, 'visit', 'visits')}, ${plural(posters, 'poster', 'posters')}.`,
  quietest: 'The quietest',
  visitsCount: (count: number): string => plural(count, 'visit', 'visits'),
};
