// Which measures my role allows on somebody: on who keeps order themselves, only the commands ending in _any count.

import type { Me } from '../../model/me';
import { ROLE_MODERATOR } from '../../model/values';

const COMMANDS = ['', 'warn', 'mute', 'put_out', 'ban'];

export function mayTake(me: Me, role: number): readonly number[] {
  const of = role >= ROLE_MODERATOR ? '_any' : '';
  return [1, 2, 3, 4].filter((kind) => me.may((COMMANDS[kind] ?? '') + of));
}
