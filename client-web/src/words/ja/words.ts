// Japanese: what the first screens need. door.ts and more.ts have the rest, loaded when it is first wanted.
// です・ます. 数字は半角、数字と日本語の間に空白は入れない。

import { counting } from '../counting';

export const locale: string = 'ja-JP';
export const product = 'Posterhall';
export const number = counting(locale).n;

export * from './frame';
export * from './list';
export * from './talk';
export * from './answers';
