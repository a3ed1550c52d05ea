// Talking: nearby and in channels, the dock, calls to one's booth.

import { counting } from '../counting';

const { n, plural } = counting('en-GB');

export const dock = {
  label: 'Conversation and me',
  emote: 'Emote',
  status: 'Status',
  stepOut: 'Step out',
  leave: 'Leave',
};

export const say = {
  toBooth: (number: number): string => `Say to booth ${number}`,
  toTable: (number: number): string => `Say to table ${number}`,
  toStage: 'Say to the people here',
  toCircle: 'Say to this circle',
  toRoom: (name: string): string => `Write to ${name}`,
  nobody: 'Stand at a booth to talk',
  nobodyNear: 'Nobody is close enough to hear you.',
  nobodyNearHow: 'Walk up to someone, or write to a booth.',
  send: 'Send',
  forNow: 'For who is here now. Not kept.',
  reachesBooth: (number: number, count: number): string =>
    count === 0
      ? `Nobody else is at ${number}. Not kept.`
      : `Read by ${plural(count, 'person', 'people')} at ${number}. Not kept.`,
};

export const chat = {
  heading: 'Chat',
  channels: 'Conversations',
  nearby: 'Nearby',
  room: 'This breakout',
  everyone: 'Everyone in the hall',
  announcements: 'Announcements',
  direct: 'Direct messages',
  nearbyWho: 'Read by who stands with you now. Not kept.',
  roomWho: (name: string): string => `Read by everyone who comes to ${name}. Stays.`,
  everyoneWho: 'Read by everyone in the hall. Stays. One message in 10 seconds.',
  announceWho: 'Read by everyone, shown as a banner. Stays.',
  announceReadOnly: 'The organisers write here. Stays.',
  directWho: (name: string): string => `Read by ${name} and you. Stays.`,
  toEveryone: 'Write to everyone',
  toPerson: (name: string): string => `Message to ${name}`,
  toAnnounce: 'Announce to everyone',
  emptyEveryone: 'Nothing written yet.',
  emptyEveryoneHow: 'A hello is a good start.',
  emptyDirect: (name: string): string => `No messages with ${name} yet.`,
  emptyDirectHow: 'They see it now, or when they come back.',
  emptyAnnounce: 'No announcements yet.',
  emptyRoom: 'Nothing written here yet.',
  emptyRoomHow: 'Everyone in the room reads it.',
  older: 'Show older messages',
  sending: 'Sending',
  unsent: 'Not sent.',
  retry: 'Try again',
  discard: 'Discard',
  edit: 'Edit',
  editOf: (text: string): string => `Edit “${text}”`,
  delete: 'Delete',
  deleteOf: (text: string): string => `Delete “${text}”`,
  deleteSure: 'Delete this message for everyone?',
  deleted: 'Message deleted',
  edited: 'edited',
  author: 'Author',
  organiser: 'Organiser',
  moderator: 'Moderator',
  typing: (name: string): string => `${name} is typing`,
  typingTwo: (a: string, b: string): string => `${a} and ${b} are typing`,
  typingMany: 'Several people are typing',
  unread: (count: number): string => `${n(count)} unread`,
  somebody: 'Somebody',
  event: 'The event',
  tooLong: (over: number): string => `${plural(over, 'character', 'characters')} too long.`,
  yesterday: 'yesterday',
  log: (where: string): string => `Messages, ${where}`,
  moreFor: (name: string): string => `More for ${name}`,
  hidden: 'Message from somebody you blocked.',
};

export const call = {
  waitsNamed: (name: string, booth: number): string => `${name} waits at your booth ${booth}.`,
  waiting: (count: number, booth: number): string =>
    `${plural(count, 'person waits', 'people wait')} at your booth ${booth}.`,
  go: 'Go there',
  later: 'Later',
  laterHow: 'Later keeps it quiet for ten minutes.',
  called: (name: string): string => `${name} was called.`,
  coming: (name: string): string => `${name} is on the way.`,
  comesLater: (name: string): string => `${name} comes later.`,
};
