// The picture of the hall.

import { counting } from '../counting';

const { n } = counting('en-GB');

export const hall = {
  label: (where: string): string =>
    `The hall. ${where}. Arrow keys walk, Enter lists who and what is near; the list shows the same as text.`,
  aisleOf: (aisle: number, all: number): string => `Aisle ${aisle} of ${all}`,
  foyer: 'Foyer',
  wholeHall: 'Whole hall',
  centreOnMe: 'Centre on me',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  mapHides: 'M hides',
  map: 'Map',
  showMap: 'Show map',
  mapLabel: 'Map of the hall. Click to walk there.',
  aisle: 'Aisle',
  here: (count: number): string => `${n(count)} here`,
  hereWith: (count: number, names: readonly string[]): string =>
    `${n(count)} here · ${names.join(', ')} in sight`,
  circle: (names: readonly string[], more: number): string =>
    more > 0 ? `${names.join(', ')} +${more}` : names.join(', '),
  stage: 'Stage',
  helpDesk: 'Help',
  you: 'You',
  away: 'away',
  listMode: 'in list mode',
  drawing: 'The hall is being drawn',
  doorOpen: (until: string): string => `Open until ${until}`,
  doorOpenNow: 'Open',
  doorOpens: (at: string): string => `Opens ${at}`,
  doorClosed: 'Closed',
  person: (name: string): string => `What to do with ${name}`,
  near: 'Near you',
  nearHow: 'Arrow keys choose, Enter opens.',
  nobodyNear: 'Nobody and no poster is in view.',
};

export const emotes = {
  label: 'Emotes',
  names: [
    'wave',
    'clap',
    'thumbs up',
    'heart',
    'laugh',
    'party',
    'question',
    'idea',
    'thinking',
    'looking',
    'coffee',
    'thanks',
  ],
};
