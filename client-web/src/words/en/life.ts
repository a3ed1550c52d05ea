// English: the event's life: before the doors, closing, closed; and an organiser's hand on its hours.

import { counting } from '../counting';

const { plural } = counting('en-GB');

export const life = {
  days: (count: number): string => plural(count, 'day', 'days'),
  opensIn: 'The doors open in',
  opensAt: (time: string): string => `at ${time}, your time`,
  eventTime: (time: string, city: string): string => `${time} in ${city}`,
  early: 'Look around meanwhile: posters and programme are here.',
  open: 'The doors are open.',
  enter: 'Enter the hall',
  programme: 'Programme',
  closing: (time: string): string => `The hall closes at ${time}.`,
  closingHow: (until: string): string =>
    `Finish what you are saying; nobody is sent out. Posters, questions and your cards can be read until ${until}.`,
  closed: 'The event has closed.',
  closedHow: (until: string): string =>
    `Posters, questions and your cards can be read until ${until}, with the same link.`,
  seen: 'Understood',
};

export const lifeDesk = {
  heading: 'The event’s hours',
  how: 'Everybody sees a change within two seconds. Times are in your zone.',
  doors: 'Doors open',
  closes: 'The hall closes',
  readable: 'Readable until',
  doorsHow: 'Before, only authors, hosts and those who keep order come in. Empty: always open.',
  closesHow: 'Everybody is told ten minutes before; talk stops two minutes after. Empty: never.',
  readableHow: 'Empty: 30 days after closing.',
  later: (minutes: number): string => `Close ${minutes} min later`,
  save: 'Save the hours',
  back: 'As event.toml says',
  saved: 'Saved. Everybody sees it.',
  codes: {
    moved_on: 'Another organiser changed this meanwhile. What they chose is shown now; change it again.',
    closes_before_doors: 'The hall closes before its doors open. Mend one of the two.',
    ends_before_closing: 'Posters stay readable at least until the hall has closed.',
    no_title: 'A session needs a title.',
    no_times: 'A session needs a start and an end.',
    ends_too_early: 'The end is not after the start.',
    too_long: 'A session lasts at most seven days.',
    no_such_room: 'There is no such breakout room.',
    room_taken: 'Another session is in this room at that time. Move one of them.',
    too_many: 'A programme has at most 500 sessions.',
    slow_down: 'That was quick. Wait a moment.',
    not_found: 'This session is not in the programme any more.',
    other: 'That was not saved. Try again in a moment.',
  } as Record<string, string>,
};

export const sessionDesk = {
  sessions: 'Change the programme',
  add: 'Add a session',
  change: 'Change',
  changeOf: (title: string): string => `Change ${title}`,
  longer: (minutes: number): string => `${minutes} min longer`,
  longerOf: (minutes: number, title: string): string => `${title}: ${minutes} min longer`,
  title: 'Title',
  kind: 'Kind',
  other: 'Other',
  place: 'Place',
  room: 'Breakout room',
  noRoom: 'None',
  people: 'People, one a line',
  summary: 'Summary',
  start: 'Start',
  end: 'End',
  audience: 'For whom',
  sponsor: 'Sponsor',
  stream: 'Stream address',
  recording: 'Recording',
  streamPublic: 'Shown to people without an invitation, too',
  publicPage: 'Its page for people without an invitation',
  save: 'Save',
  remove: 'Take it out of the programme',
  back: 'As the file says',
  live: 'Changed while the event runs',
};
