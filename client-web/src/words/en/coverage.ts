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
  gapsHeading: 'Gaps, most waited for first',
  callAll: (count: number): string => `Call all ${n(count)}`,
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
