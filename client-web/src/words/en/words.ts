// English: what the first screens need. door.ts and more.ts have the rest, loaded when it is first wanted.

import { counting } from '../counting';

export const locale: string = 'en-GB';
export const product = 'Posterhall';
export const number = counting(locale).n;

export * from './frame';
export * from './list';
export * from './talk';
export * from './answers';
