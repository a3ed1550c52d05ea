// English: what stays of a breakout.

import { counting } from '../counting';

const { plural } = counting('en-GB');

export const recap = {
  open: 'What stays of it',
  openOf: (title: string): string => `What stays of ${title}`,
  came: (count: number): string => `${plural(count, 'person', 'people')} came.`,
  questions: 'Questions',
  unnamed: 'Without a name',
  answered: 'Answered there.',
  links: 'Links',
  posters: 'Posters shown',
  slides: 'Slides shown',
  talk: 'What was said',
  moreTalk: 'The last 1,000 lines.',
  nothing: 'Nothing was asked, shown or written.',
  notOpened: 'It was not opened: there is nothing to read.',
  failed: 'It could not be read just now.',
  again: 'Try again',
};
