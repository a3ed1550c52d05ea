// English: streams: the player, and the page for people without an invitation.

import { counting } from '../counting';

const { n, plural } = counting('en-GB');

export const player = {
  of: (title: string): string => `Stream of ${title}`,
  play: 'Play',
  pause: 'Pause',
  mute: 'Sound off',
  unmute: 'Sound on',
  volume: 'Volume',
  captions: 'Captions',
  full: 'Full screen',
  position: 'Position',
  stand: 'Stand at the stage',
  close: 'Close the stream',
  live: 'Live',
  recording: 'Recording',
  held: 'Everybody sees this moment.',
  catching: 'Catching up with everybody.',
  apart: 'This stream carries no times: people may be some seconds apart.',
  paused: 'Paused. Play goes on with what is on now.',
  loading: 'Getting the stream.',
  waiting: 'Waiting for the stream.',
  ended: 'The stream has ended.',
  gone: 'The stream does not answer.',
  goneHow: (seconds: number): string => `It may not have begun. Trying again in ${n(seconds)} s.`,
  broken: 'This stream cannot be played.',
  brokenHow: 'What comes from its address is no stream this browser reads. Try again, or ask the organisers.',
  blocked: 'This stream is newer than your page.',
  blockedHow: 'Load the page again and it plays. In the hall you keep your place.',
  reload: 'Load the page again',
  retry: 'Try again',
  elsewhere: (host: string): string => `Watch on ${host}`,
  elsewhereRecording: (host: string): string => `Recording on ${host}`,
};

export const streamPage = {
  heading: 'Streams',
  all: 'All streams',
  none: 'No stream is open to everybody now.',
  noneHow: 'Those who are invited see the whole programme in the hall.',
  notHere: 'There is no stream here.',
  notHereHow:
    'The address may be mistyped, or the session is for invited people. With a personal link, open that link.',
  couldNotLoad: 'The event did not answer. Check your connection and try again.',
  with: (names: string): string => `With ${names}`,
  yourTime: (city: string): string => `Your time, ${city}`,
  eventTime: (hours: string, city: string): string => `${hours} in ${city}`,
  running: 'On now',
  begins: 'Begins in',
  beginsNow: 'Begins in a moment',
  days: (count: number): string => plural(count, 'day', 'days'),
  waits: 'The stream begins here by itself; there is a Play button then.',
  over: 'Over',
  overHow: 'There is no recording yet.',
  onNoAddress: 'The stream has no address yet.',
  invited: 'Invited? Your personal link brings you into the hall.',
};
