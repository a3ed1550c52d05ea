// The words in use. A translation is a file beside en.ts of the same type; this is the one place that chooses.

import { en } from './en';
import type { Words } from './en';

export const words: Words = en;
export type { Words };
