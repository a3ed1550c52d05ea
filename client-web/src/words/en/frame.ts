// The frame around everything: pages, bars, sections, times.

import { counting } from '../counting';

const { n } = counting('en-GB');

export const common = {
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved',
  back: 'Back',
  retry: 'Try again',
  loading: 'Loading',
  later: 'Later',
  change: 'Change',
  show: 'Show',
  more: 'More',
  language: 'Language',
  opensNewTab: '(opens in a new tab)',
  you: 'you',
  plusMore: (count: number): string => `+${n(count)}`,
  theEvent: 'The event',
  askAt: (contact: string): string => `Ask ${contact}.`,
};

export const page = {
  join: 'Join',
  landing: 'Welcome',
  hall: 'Hall',
  list: 'List',
  poster: (number: number): string => `Poster ${number}`,
  title: (page: string, event: string): string => `${page} · ${event}`,
};

export const skip = {
  posters: 'Skip to posters',
  section: 'Skip to this section',
  conversation: 'Skip to the conversation',
  search: 'Skip to search',
  hall: 'Skip to the hall',
};

export const time = {
  until: (at: string): string => `until ${at}`,
  untilCapital: (at: string): string => `Until ${at}`,
  untilThen: (at: string, next: string): string => `Until ${at}, then ${next}`,
  range: (from: string, to: string): string => `${from} to ${to}`,
  then: (range: string): string => `then ${range}`,
  plusDays: (days: number): string => (days === 1 ? '+1 day' : `+${days} days`),
  minusDays: (days: number): string => (days === 1 ? '−1 day' : `−${days} days`),
  plusShort: (days: number): string => (days > 0 ? `+${days}` : `−${-days}`),
  event: (at: string): string => `${at} event`,
  eventZone: (range: string, zone: string): string => `Event zone: ${range} ${zone}`,
  inMinutes: (minutes: number): string => `in ${minutes} min`,
  inHours: (hours: number): string => `in ${hours} h`,
  now: 'Now',
  next: 'Next',
  nextIn: (when: string): string => `Next · ${when}`,
  beginsIn: (when: string): string => `Begins · ${when}`,
  moreOn: (count: number): string => `+${n(count)} more`,
  inClock: (clock: string): string => `in ${clock}`,
  inDays: (days: number): string => `in ${days} days`,
  openNow: 'open now',
  over: 'over',
  untilDay: (day: string): string => `until ${day}`,
  nothingNow: 'Nothing on right now',
  dayOnly: 'time to be announced',
  today: 'today',
  yourZone: (city: string, zone: string): string => `Your time, ${city} (${zone}).`,
  yourZoneTitle: (city: string): string => `Your time zone: ${city}`,
  morning: (name: string): string => `Good morning, ${name}`,
  afternoon: (name: string): string => `Good afternoon, ${name}`,
  evening: (name: string): string => `Good evening, ${name}`,
  zone: 'Your time zone',
  zoneHint: 'Type a city.',
};

export const bar = {
  view: 'View',
  hall: 'Hall',
  list: 'List',
  searchHint: 'Posters, people, sessions',
  search: 'Search',
  me: 'Me and my status',
  hallView: 'Hall view',
  main: 'Event',
};

export const tabs = {
  panel: 'Side panel',
  sections: 'Sections',
  posters: 'Posters',
  people: 'People',
  programme: 'Programme',
  chat: 'Chat',
  talk: 'Talk',
  mine: 'Mine',
  saved: 'Saved',
  questions: 'My questions',
  nowCount: (count: number): string => `${n(count)} now`,
  newCount: (count: number): string => `${n(count)} new`,
  badge: (count: number): string => (count > 9 ? '9+' : String(count)),
  reports: 'Reports',
  files: 'Poster files',
  shifts: 'My shifts',
  coverage: 'Coverage',
  keys: 'Keys:',
  keysOf: [
    { keys: ['/'], what: 'search,' },
    { keys: ['J', 'K'], what: 'next and previous poster,' },
    { keys: ['G'], what: 'then a number to stand there,' },
    { keys: ['?'], what: 'all keys.' },
  ],
};

export const noHall = {
  noWebGl: 'Your browser cannot draw the hall.',
  noWebGlHow:
    'You are in list mode: the same live event, as text. Turning on hardware graphics brings the hall back.',
  couldNotDraw: 'The hall could not be drawn.',
  couldNotDrawHow: 'You are in list mode: the same live event, as text.',
};
