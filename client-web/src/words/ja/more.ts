// Japanese: the picture of the hall, a poster being read, search, sections, dialogs.

export * from './attend';
export * from './hall';
export * from './pointing';
export * from './poster';
export * from './find';
export * from './order';
export * from './self';
export * from './author';
export * from './mine';
