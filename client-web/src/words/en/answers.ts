// What is told: the connection, refusals, measures.

import { counting } from '../counting';

const { plural } = counting('en-GB');

const UNTIL_LIFTED = 'until the organisers lift it';

export const connection = {
  connecting: 'Coming into the hall',
  connectingHow: 'A second or two.',
  lostAt: (number: number): string => `Connection lost. You still stand at ${number}.`,
  lost: 'Connection lost. Your place is kept.',
  retryIn: (seconds: number): string => `Trying again in ${seconds} s; what you type is kept.`,
  retrying: 'Trying again now; what you type is kept.',
  retryNow: 'Try now',
  back: 'Connected again.',
  blocked: 'Your network blocks the live connection.',
  blockedHow:
    'Posters can be read; talking and walking need it. Another network, or your administrator allowing WebSockets to this address, helps. We keep trying.',
  ended: 'You are signed out.',
  endedHow: 'Open your personal link to come in again.',
  over: 'This event is over.',
  overHow: 'Its posters and questions are no longer shown here. The organisers know where they went.',
  left: 'You left the hall.',
  leftHow: 'Your link, or this button, brings you back.',
  comeBack: 'Come back in',
  signOut: 'Sign out on this device',
  replaced: 'This tab rests: you opened others.',
  replacedHow: 'Three tabs at a time are live.',
  useThis: 'Use this tab',
  partMissing: 'This part of the page did not load.',
  newer: 'A newer version is there.',
  newerHow: 'Reload when it suits you; nothing is lost.',
  reload: 'Reload',
  unavailable: 'The hall does not answer.',
};

export const reject = {
  not_allowed: 'Your role does not allow that.',
  not_found: 'They are not here now.',
  rate_limited: (seconds: number): string =>
    `That was quick. Try again in ${plural(seconds, 'second', 'seconds')}.`,
  text_empty: 'Write something first.',
  text_too_long: 'That is too long. 4,000 characters is the limit.',
  moved_on: 'You are no longer in that conversation.',
  nobody_near: 'Nobody is close enough to hear you. Walk up to someone, or write to a booth.',
  not_in_control: 'Another of your tabs moves your avatar.',
  room_closed: 'This breakout is closed now.',
  room_full: 'Every seat is taken. Try again when somebody leaves.',
  room_quiet: 'Only who hosts and who has the floor write now.',
  room_taken: 'The next session there begins sooner.',
  store_unavailable: 'The hall cannot store anything just now. It is kept here, and sent once when it can.',
  no_free_place: 'There is no free place just now.',
  declined: 'They said not now.',
  too_old: 'That is too long ago to change.',
  undeliverable: 'This message cannot be delivered.',
  event_closed: 'The event has closed. Talk is off.',
  before_doors: 'The doors are not open yet.',
  other: 'That did not work.',
  offline: 'No connection. It is kept and sent when you are back.',
};

export const measure = {
  warned: 'A word from the organisers.',
  muted: (until: string): string => `You cannot talk ${until ? `until ${until}` : UNTIL_LIFTED}.`,
  removed: 'The organisers asked you to leave the hall.',
  banned: (until: string): string => `You cannot come in ${until ? `until ${until}` : UNTIL_LIFTED}.`,
  reason: (reason: string): string => `Reason: ${/[.!?]$/.test(reason) ? reason : `${reason}.`}`,
  mutedHow: 'You can still read posters and what others write.',
  review: (contact: string): string => `To ask for a review, write to ${contact || 'the organisers'}.`,
  seen: 'I have read it',
};
