// Pointing at a poster, and following who presents it.

export const pointing = {
  point: 'Point',
  pointHow: 'Point at the poster: everyone at this booth sees where (P)',
  keys: 'Arrow keys move your pointer, Esc puts it away.',
  atHeading: (name: string, heading: string): string => `${name} points at “${heading}”.`,
  atPart: (name: string, part: string): string => `${name} points at the poster, ${part}.`,
  youAtHeading: (heading: string): string => `You point at “${heading}”.`,
  youAtPart: (part: string): string => `You point at the poster, ${part}.`,
  /** By row, then by column. */
  parts: [
    ['upper left', 'top', 'upper right'],
    ['left', 'middle', 'right'],
    ['lower left', 'bottom', 'lower right'],
  ],
  you: 'You',
  view: 'The presenter’s view',
  follow: (name: string): string => `Follow ${name}’s view`,
  /** Where there is little room; part of what it is called. */
  followShort: (name: string): string => `Follow ${name}`,
  following: (name: string): string => `You follow ${name}’s view`,
  byMyself: 'Look by myself',
};
