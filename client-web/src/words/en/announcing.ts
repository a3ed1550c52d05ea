// English: announcements to a room, to authors of unattended posters, at a time.

import { counting } from '../counting';

const { n } = counting('en-GB');

export const announcing = {
  heading: 'Announce',
  text: 'What everybody concerned should read',
  left: (count: number): string => `${n(count)} characters left`,
  to: 'To',
  everybody: 'Everybody',
  unattended: 'Authors who are due and not at their poster',
  unattendedNow: (posters: number): string =>
    posters === 1 ? 'One poster is a gap now.' : `${n(posters)} posters are gaps now.`,
  unattendedThen: 'Whose poster is a gap at that time reads it, as a message from the organisers.',
  room: (name: string): string => `In ${name}`,
  when: 'When',
  now: 'Now',
  later: 'At a time',
  time: 'Time',
  announce: 'Announce',
  plan: 'Plan it',
  done: 'Announced.',
  planned: 'Planned.',
  withdrawn: 'Withdrawn.',
  past: 'That time has passed. Choose a later one, or announce it now.',
  full: 'It was not taken: that time is too far away, or 50 announcements wait already. Withdraw one first.',
  gone: 'It was given or withdrawn before.',
  noRoom: 'That room is not there any more.',
  failed: 'It was not stored. What you wrote is still here; try again.',
  waiting: 'Planned',
  nothing: 'Nothing is planned.',
  settled: 'Given before',
  atOnce: 'at once',
  withdraw: 'Withdraw',
  withdrawOf: (text: string): string => `Withdraw: ${text}`,
  by: (name: string): string => `by ${name}`,
  given: (at: string): string => `given ${at}`,
  takenBack: (at: string): string => `withdrawn ${at}`,
  reached: (count: number): string => (count === 1 ? 'to one author' : `to ${n(count)} authors`),
};
