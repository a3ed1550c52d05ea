// English: the event's life: before the doors, closing, closed.

import { counting } from '../counting';

const { plural } = counting('en-GB');

export const life = {
  days: (count: number): string => plural(count, 'day', 'days'),
  opensIn: 'The doors open in',
  opensAt: (time: string): string => `at ${time}, your time`,
  eventTime: (time: string, city: string): string => `${time} in ${city}`,
  early: 'Look around meanwhile: posters and programme are here.',
  open: 'The doors are open.',
  enter: 'Enter the hall',
  programme: 'Programme',
  closing: (time: string): string => `The hall closes at ${time}.`,
  closingHow: (until: string): string =>
    `Finish what you are saying; nobody is sent out. Posters, questions and your cards can be read until ${until}.`,
  closed: 'The event has closed.',
  closedHow: (until: string): string =>
    `Posters, questions and your cards can be read until ${until}, with the same link.`,
  seen: 'Understood',
};
