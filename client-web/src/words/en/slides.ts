// English: slides of a breakout: shown by the page, put up by who hosts.

import { counting } from '../counting';

const { n, plural } = counting('en-GB');

export const slides = {
  // Shown
  page: (page: number, of: number): string => `Slide ${n(page)} of ${n(of)}`,
  pageTitled: (page: number, of: number, title: string): string => `Slide ${n(page)} of ${n(of)}: ${title}`,
  previous: 'Previous slide',
  next: 'Next slide',
  keys: 'The arrow keys, Page up and Page down turn the slides, for all.',
  text: 'Words of this slide',
  noText: 'This slide has no words in it.',
  gone: 'These slides were taken away.',
  failed: 'The slide did not load.',
  again: 'Try again',
  stop: 'Stop showing',
  show: 'Show the slides',
  showOf: (name: string, pages: number): string => `${name}, ${plural(pages, 'slide', 'slides')}`,
  newer: 'Newer slides are ready.',
  showNewer: 'Show the newer ones',
  // Put up
  manage: 'Slides',
  manageOf: (title: string): string => `Slides of ${title}`,
  title: (session: string): string => `Slides: ${session}`,
  none: 'No slides yet.',
  noneHow:
    'A PDF of up to 100 pages and 50 MB. You look at it first. In the breakout you show it, and all see the same page.',
  ready: (pages: number): string => plural(pages, 'slide', 'slides'),
  by: (name: string, at: string): string => `put up by ${name}, ${at}`,
  look: (name: string): string => `Look through: ${name}`,
  choose: 'Choose a PDF',
  replace: 'Choose another PDF',
  dropHow: 'or drop it here. What is being shown stays until you show the new ones.',
  notUsed: 'Only you see these so far.',
  use: 'Use these slides',
  used: 'These slides are ready to be shown.',
  queued: (place: number, seconds: number): string =>
    `Number ${n(place)} in the queue, about ${n(seconds)} s until you can look through them`,
  worked: (seconds: number): string => `The slides are being drawn, for about ${n(seconds)} s more`,
  remove: 'Take the slides away',
  removeSure:
    'Nobody can look at them any more, not even where they are being shown. The PDF stays with you.',
  removeNow: 'Take them away',
  removed: 'The slides are gone.',
  loadFailed: 'The slides did not load.',
  lost: (name: string): string =>
    `Connection lost. ${name} goes on by itself from where it stopped; keep this page open.`,
  // Refused; behind the file's name
  notPdf: (what: string): string => `is ${what}; save the slides as PDF.`,
  picture: 'a picture',
  manyPages: (pages: number): string => `has ${n(pages)} pages; the limit is 100, so leave some out.`,
  badPage: (page: number): string => `has a page that cannot be shown (${n(page)}); save it again.`,
  long: 'takes more than ten minutes to draw; save simpler slides, or pictures of them as a PDF.',
  empty: 'is empty; choose the slides themselves.',
  problems: {
    empty: 'That file is empty. Nothing has changed.',
    too_many: 'You have five files waiting. Use one or drop one first.',
    slow_down: 'That was often: ten files in an hour. Wait a little, or ask an organiser.',
    no_space: 'There is no room for this file just now. Tell the organisers.',
    not_allowed: 'Only who hosts this breakout and organisers may do that.',
    no_session: 'The programme has no such breakout any more.',
    not_ready: 'These slides are not ready yet.',
  } as Readonly<Record<string, string>>,
};
