// Blocking, reporting, measures.

import { counting } from '../counting';

const { n, plural } = counting('en-GB');

export const order = {
  openAgain: 'You can come in again.',
  removedHow: 'You may come back when you want to.',
  block: 'Block',
  blockName: (name: string): string => `Block ${name}`,
  blockHow: (name: string): string =>
    `You and ${name} no longer read each other nearby, in direct messages or invitations, and neither sees where the other is. What they wrote elsewhere is hidden from you. They are not told. You can unblock them at any time.`,
  unblock: 'Unblock',
  unblockName: (name: string): string => `Unblock ${name}`,
  report: 'Report',
  reportName: (name: string): string => `Report ${name} to the organisers`,
  reportMessage: 'The message goes with it.',
  reportNear: 'The last lines said around you go with it.',
  what: 'What happened?',
  whatHint: 'Up to 500 characters. The organisers and moderators read it; nobody else does.',
  sendReport: 'Send the report',
  reported: 'The organisers have your report.',
  reportedHow: (name: string): string =>
    `A moderator reads it and decides. ${name} is not told who reported. You need do nothing more; blocking them helps at once.`,
  kinds: ['', 'Warn', 'Mute', 'Remove', 'Ban'],
  kindHints: [
    '',
    'They read the reason once.',
    'They read and walk, but say and write nothing.',
    'Out of the hall now; they may come back.',
    'Out, and not let in until its time.',
  ],
  kindName: (kind: string, name: string): string => `${kind} ${name}`,
  what_: 'What to do',
  howLong: 'How long',
  minutes10: '10 minutes',
  hour: '1 hour',
  today: 'Until the end of today',
  untilLifted: 'Until lifted',
  why: 'Reason',
  whyHint: (name: string): string => `${name} reads this, so say what should be different.`,
  whyMissing: 'Write a reason; they read it.',
  open: (count: number): string =>
    count === 0 ? 'No open reports.' : plural(count, 'open report', 'open reports'),
  noneHow: 'What people report comes here, the newest first.',
  update: (count: number): string => `${n(count)} open now, update the list`,
  about: (by: string, about: string): string => `${by} reports ${about}`,
  written: 'They wrote',
  heard: 'What was said',
  asReported: 'by the reporter’s account',
  before: 'Before this',
  nothing: 'Nothing to do',
  settled: (name: string): string => `The report about ${name} is settled.`,
  older: 'Show older reports',
  inForce: 'In force now',
  noneInForce: 'Nobody is muted or banned.',
  lift: 'Lift',
  liftName: (kind: string, name: string): string => `Lift: ${kind}, ${name}`,
  measureLine: (kind: string, until: string, by: string): string =>
    `${kind}${until ? ` until ${until}` : ''}, by ${by}`,
  lifted: 'lifted',
  failed: 'The reports did not load.',
};
