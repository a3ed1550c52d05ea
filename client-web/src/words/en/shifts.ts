// Shifts of authors.

import { counting } from '../counting';

const { n } = counting('en-GB');
const hour = (of: number): string => String(of).padStart(2, '0');

export const shifts = {
  heading: 'My shifts',
  timesIn: (city: string, zone: string): string => `times in ${city}, ${zone}`,
  you: 'You',
  anyAuthor: 'Any of its authors',
  fromList: 'as the organisers planned',
  take: 'Take the whole session',
  takeAllOfIt: 'Take all of it',
  takeAll: (count: number): string => `Take all ${n(count)} sessions`,
  nobody: 'Nobody yet. Visitors read “Ask, answered later”.',
  pieceOf: (name: string, session: string): string => `${name}, ${session}`,
  who: (piece: string): string => `Who: ${piece}`,
  from: (piece: string): string => `From: ${piece}`,
  to: (piece: string): string => `To: ${piece}`,
  splitWithYou: 'Split with you',
  splitWith: (name: string): string => `Split with ${name}`,
  giveBack: 'Give back',
  giveBackOf: (piece: string): string => `Give back: ${piece}`,
  giveItTo: (name: string): string => `Give it to ${name}`,
  leaveItOut: 'Leave that part out',
  asleep: (times: string, from: number, to: number): string =>
    `${times} is outside your waking hours (${hour(from)} to ${hour(to)}).`,
  asleepHow: 'Questions asked then wait for you until the morning.',
  clash: (title: string, times: string): string => `You host “${title}” then: ${times}.`,
  clashNobodyFree: 'None of your co-authors is free then.',
  clashAlone: 'Visitors will find your booth without an author.',
  saved: 'Saved. Visitors see these times.',
  movedOn: 'A co-author changed this session meanwhile. Look at it again, then choose.',
  twice: 'That author has another shift at that time.',
  tooShort: 'A shift lasts at least five minutes.',
  slowDown: 'That was quick. Wait a moment, then choose again.',
  failed: 'The shifts could not be fetched.',
  noSessions: 'The programme has no exhibition session with times yet.',
  noPosters: 'You are on no poster.',
  waking: 'When you are awake',
  wakesAt: 'Awake from',
  sleepsAt: 'Awake until',
};
