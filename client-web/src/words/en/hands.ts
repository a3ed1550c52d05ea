// Asking to speak at a booth where many stand.

import { counting } from '../counting';

const { n } = counting('en-GB');

export const hands = {
  label: 'Who speaks',
  hand: 'Hand',
  raise: 'Raise hand',
  lower: 'Lower hand',
  /** In the dock: my place among the hands. */
  handAt: (place: number): string => `Hand: ${n(place)}`,
  youAre: (place: number, of: number): string =>
    place === 1 ? 'Your hand is up: you are next.' : `Your hand is up: ${n(place)} of ${n(of)}.`,
  up: (count: number): string => (count === 1 ? '1 hand is up' : `${n(count)} hands are up`),
  hasFloor: (name: string): string => `${name} has the floor.`,
  youHaveFloor: 'You have the floor.',
  give: 'Give the floor',
  giveTo: (name: string): string => `Give the floor to ${name}`,
  take: 'Take it back',
  giveBack: 'Give it back',
  hear: 'Whom you hear',
  everybody: 'Everybody',
  presenter: 'Presenter only',
  onlyNow: 'You read who presents and who has the floor.',
};
