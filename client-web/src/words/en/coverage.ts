// Organisers: who is planned, here and missing.

import { counting } from '../counting';

const { n, plural } = counting('en-GB');

export const coverage = {
  heading: 'Coverage',
  failed: 'The board could not be fetched.',
  wholeEvent: 'Whole event',
  session: 'Session',
  csv: 'CSV',
  csvOf: (what: string): string => `${what} as CSV`,
  hereNow: 'here now',
  hereHow: (hall: number, list: number): string => `${n(hall)} in the hall · ${n(list)} in the list`,
  attended: 'booths attended',
  ofPlanned: (planned: number): string => `${n(planned)} planned now`,
  gaps: (count: number): string => (count === 1 ? 'gap' : 'gaps'),
  waitingAt: (people: number, booths: number): string =>
    people === 0
      ? 'nobody waits'
      : `${plural(people, 'visitor waits', 'visitors wait')} at ${plural(booths, 'booth', 'booths')}`,
  quiet: (count: number): string => (count === 1 ? 'quiet booth' : 'quiet booths'),
  quietHow: 'author there, no visitor for 30 min',
  rooms: (count: number): string => (count === 1 ? 'breakout open' : 'breakouts open'),
  inRooms: (people: number): string => plural(people, 'person', 'people'),
  byTopic: (session: string): string => `Coverage, ${session}`,
  topic: 'Topic',
  posters: 'Posters',
  planned: 'Planned',
  here: 'Here',
  gap: 'Gap',
  nobody: 'Nobody planned',
  keyHere: 'author here now',
  keyMissing: 'planned, not here',
  keyPlanned: 'planned',
  keyNobody: 'nobody planned',
  hallHeading: 'The hall now',
  hallHow: 'visitors per booth',
  hallTold: (booths: number, fullest: number, visitors: number, gaps: number): string =>
    booths === 0
      ? `The hall from above. No booth has visitors now; ${plural(gaps, 'gap', 'gaps')}.`
      : `The hall from above. ${plural(booths, 'booth has', 'booths have')} visitors, most of them at ${fullest}, ${n(visitors)}; ${plural(gaps, 'gap', 'gaps')}.`,
  boothTold: (booth: number, title: string, visitors: number): string =>
    `${booth} ${title}: ${visitors === 0 ? 'no visitors' : plural(visitors, 'visitor', 'visitors')}.`,
  boothGap: 'Author missing.',
  keyGap: 'author missing',
  poster: 'Poster',
  visitors: 'Visitors',
  hallRest: (booths: number): string =>
    booths === 0
      ? 'That is every booth.'
      : `${plural(booths, 'other booth has', 'other booths have')} no visitors and no gap.`,
  gapsHeading: 'Gaps, most waited for first',
  callAll: (count: number): string => `Call all ${n(count)}`,
  callNobody: 'Nobody to call now',
  callAuthor: 'Call author',
  callAuthorOf: (booth: number): string => `Call the author of ${booth}`,
  calledMany: (count: number): string =>
    count === 1 ? 'One poster’s authors were called.' : `The authors of ${n(count)} posters were called.`,
  called: (at: string): string => `Called ${at}`,
  coming: 'On the way',
  later: 'Comes later',
  cannotCall: 'Nobody to call: not in the event',
  noGaps: 'No gaps.',
  noGapsHow: 'Wherever an author is due now, one is there.',
  booth: 'Booth',
  posterAndAuthor: 'Poster and author on shift',
  lastHere: 'Last here',
  notSeen: 'not yet',
  waiting: 'Waiting',
  waitingCount: (count: number): string => `${n(count)} waiting`,
  nobodyInvited: 'None of its authors is invited',
  never: (name: string): string => `${name}, never came yet`,
  notHere: (name: string): string => `${name}, not here now`,
  away: (name: string): string => `${name}, away from the keyboard`,
  inHall: (name: string): string => `${name}, in the event`,
  atBooth: (name: string, booth: number): string => `${name}, at booth ${booth}`,
  inRoom: (name: string, room: string): string => `${name}, in ${room}`,
};

export const dayBoard = {
  heading: 'The day: now and the next hour',
  nothing: 'Nothing runs, and nothing starts within the hour.',
  when: 'When',
  what: 'What',
  inside: 'Inside',
  waiting: (count: number): string => `${n(count)} in the line`,
  until: (time: string): string => `until ${time}`,
  from: (time: string): string => `from ${time}`,
  seats: (members: number, capacity: number): string => `${n(members)} of ${n(capacity)}`,
  full: 'full',
  notOpen: 'not open',
};
