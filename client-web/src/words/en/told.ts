// English: what is told in passing: notices, invitations, announcements, one's other tabs.

import { counting } from '../counting';

const { plural } = counting('en-GB');

export const notice = {
  asked: (name: string): string => `${name} was asked.`,
  posterReplaced: 'The authors put up a new version.',
  blocked: (name: string): string => `${name} is blocked, both ways.`,
  unblocked: (name: string): string => `${name} is no longer blocked.`,
  taken: [
    null,
    (name: string): string => `${name} reads your warning.`,
    (name: string): string => `${name} is muted.`,
    (name: string): string => `${name} is out of the hall.`,
    (name: string): string => `${name} is banned.`,
  ] as readonly (((name: string) => string) | null)[],
  newReport: (count: number): string => `${plural(count, 'report waits', 'reports wait')} for a moderator.`,
  posterRequests: (count: number): string =>
    `${plural(count, 'poster file waits', 'poster files wait')} for an organiser.`,
  lifted: 'The organisers lifted what was decided about you.',
  roomClosed: 'This breakout is closed now.',
  noSuchPoster: (number: string): string => `There is no poster ${number}.`,
};

export const invitation = {
  walk: (name: string): string => `${name} asks you to walk along.`,
  talk: (name: string): string => `${name} asks you to talk.`,
  acceptWalk: 'Walk along',
  acceptTalk: 'Talk',
  later: 'Not now',
  accepted: (name: string): string => `${name} says yes.`,
  declined: (name: string): string => `${name} says not now.`,
  walkingWith: (name: string): string => `You walk with ${name}.`,
  stopWalking: 'Stop',
};

export const announce = {
  banner: 'Announcement',
  dismiss: 'Dismiss',
  open: 'Read',
};

export const elsewhere = {
  otherTab: 'Another of your tabs moves your avatar.',
  otherTabHow: 'This one shows the same.',
  takeControl: 'Move from here',
  otherDevice: 'Your link was opened on another device.',
  otherDeviceHow: 'If that was not you, end it and tell the organisers.',
  notYou: 'Not you? End it',
};
