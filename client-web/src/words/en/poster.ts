// A poster being read, and its questions.

import { counting } from '../counting';

const { n, plural } = counting('en-GB');

export const poster = {
  label: (number: number): string => `Poster ${number}`,
  back: 'Hall',
  backList: 'List',
  saved: 'Saved',
  save: 'Save',
  stand: 'Stand here',
  youStand: 'You stand here',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit',
  actual: '100 %',
  actualHow: 'In the size of the file',
  text: 'Text',
  textHow: 'The poster in words',
  textLabel: (title: string): string => `The poster in words: ${title}`,
  textByAuthor: 'Written by its authors.',
  textOfFile: 'As it stands in the file.',
  textNone: 'Nobody has written the poster out. Its summary stands in.',
  showPart: 'Show in the picture',
  showPartOf: (heading: string): string => `Show in the picture: ${heading}`,
  firstPage: (pages: number): string => `Page 1 of ${n(pages)}. The original has all of them.`,
  percent: (value: number): string => `${n(value)} %`,
  original: 'PDF',
  originalImage: 'Image',
  originalHow: 'Open the original file',
  viewer: (title: string): string =>
    `Poster picture: ${title}. Plus and minus zoom, arrow keys move, 0 fits, 1 is the size of the file.`,
  overview: 'The whole poster, with the part in view',
  toCome: 'Poster to come.',
  toComeHow: 'Its authors have not put it up yet. You can ask and come back.',
  pictureFailed: 'The picture did not load.',
  pictureLoading: 'The poster is loading',
  version: (number: number): string => `Version ${n(number)}`,
  about: 'About',
  here: (count: number): string => (count === 0 ? 'Here' : `Here ${n(count)}`),
  hereLine: (count: number): string =>
    count === 0
      ? 'Nobody stands here now.'
      : `${plural(count, 'visitor stands', 'visitors stand')} here now.`,
  standToTalk: 'Stand here to talk with them.',
  summary: 'Summary',
  noSummary: 'No summary was sent in.',
  authors: 'Authors',
  category: 'Category',
  keywords: 'Keywords',
  link: 'Link',
  shifts: 'Author here',
  shiftsNone: 'No times planned. Ask; the answer reaches you.',
  next: 'Next poster',
  hereUntil: (at: string): string => `Here until ${at}`,
};

export const questions = {
  heading: 'Questions that stay',
  tab: (count: number): string => (count === 0 ? 'Questions' : `Questions ${n(count)}`),
  all: (count: number): string => `All ${n(count)}`,
  empty: 'No questions yet.',
  emptyHow: 'The first one is the hardest; it may be one word.',
  ask: 'Ask a question that stays',
  answer: 'Answer',
  answerTo: (text: string): string => `Answer “${text}”`,
  yourQuestion: 'Your question',
  yourAnswer: 'Your answer',
  who: 'Everyone at the event can read it. It stays; the authors answer later too.',
  send: 'Ask',
  unanswered: 'No answer yet',
  mineHeading: 'My questions',
  mineEmpty: 'You have not asked anything yet.',
  mineEmptyHow: 'Open a poster and ask; the answer waits here.',
  at: (number: number): string => `At poster ${number}`,
  goTo: 'Open the questions',
};
