// English: the picture of the hall, a poster being read, search, sections, dialogs.

export * from './attend';
export * from './hall';
export * from './hands';
export * from './pointing';
export * from './poster';
export * from './figures';
export * from './find';
export * from './order';
export * from './self';
export * from './author';
export * from './shifts';
export * from './mine';
export * from './life';
export * from './recap';
export * from './proposals';
export * from './refusal';
export * from './breakout';
export * from './told';
export * from './apart';
