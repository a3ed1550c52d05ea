// Who comes to the tests' halls.

import type { Person } from './support/hall_server';

export const amara: Person = { name: 'Amara Okafor', email: 'amara@example.org', shortName: 'Amara', affiliation: 'University of Lagos' };
export const tomasz: Person = { name: 'Tomasz Wrona', email: 'tomasz@example.org', shortName: 'Tomasz', affiliation: 'AGH Kraków' };
export const rafael: Person = { name: 'Rafael Lima', email: 'rafael@example.org', shortName: 'Rafael', affiliation: 'USP' };
export const leyla: Person = { name: 'Leyla Demir', email: 'leyla@example.org', shortName: 'Leyla', affiliation: 'Bilkent' };
/** On the first poster, so an author. */
export const ingrid: Person = {
  name: 'Ingrid Solheim',
  email: 'ingrid@example.org',
  shortName: 'Ingrid S.',
  affiliation: 'NTNU Trondheim',
  role: 'author',
  posters: ['omd26-A1'],
};
/** Hosts every breakout of support/event_toml.ts. */
export const host: Person = {
  name: 'Wei Chen',
  email: 'host@example.org',
  shortName: 'Wei',
  affiliation: 'Open Lab',
  role: 'host',
  posters: ['omd26-A2'],
};
export const organiser: Person = {
  name: 'Noor van Dijk',
  email: 'noor@example.org',
  shortName: 'Noor',
  affiliation: 'Open ML Day',
  role: 'organiser',
};
export const moderator: Person = {
  name: 'Oluwaseun Adeyemi',
  email: 'seun@example.org',
  shortName: 'Seun',
  affiliation: 'Open ML Day',
  role: 'moderator',
};
