// What a visit is made of: 36 tasks by role and name, in the order in which somebody may do them. tasks.spec.ts does
// them by keyboard alone, by the accessibility tree alone, and by touch on a phone.

import { COMING_AND_READING } from './tasks/coming_and_reading';
import { PEOPLE } from './tasks/people';
import { TALKING } from './tasks/talking';
import { MYSELF } from './tasks/myself';
import type { Task } from './tasks/stage';

export const TASKS: readonly Task[] = [...COMING_AND_READING, ...PEOPLE, ...TALKING, ...MYSELF];
