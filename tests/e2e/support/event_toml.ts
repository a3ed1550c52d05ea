// The tests' event: the example's posters with a programme around this very moment, so that sessions run whenever the
// tests do, and breakout rooms of the sizes they need.

import { at, MINUTE } from './moments';

export interface Session {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly place?: string;
  readonly room?: string;
  readonly hosts?: readonly string[];
  /** Minutes from the beginning. */
  readonly from: number;
  readonly to: number;
}

/** What a file's event has besides. */
export interface More {
  readonly rooms?: readonly (readonly [string, number])[];
  readonly sessions?: readonly Session[];
  /** Spans of breakout slots. */
  readonly slots?: readonly { readonly from: number; readonly to: number }[];
}

/**
 * Minutes from the suite's beginning, far enough for a slow machine. The small room has two seats, for who comes third;
 * the morning outlasts every breakout, so that who hosts one stands before and after it.
 */
const SESSIONS: readonly Session[] = [
  { id: 'exhibition-morning', title: 'Morning session', kind: 'exhibition', place: 'Hall', from: -85, to: 160 },
  { id: 'exhibition-evening', title: 'Evening session', kind: 'exhibition', place: 'Hall', from: 440, to: 680 },
  { id: 'b-scores', title: 'Scores that can be run again', kind: 'breakout', room: 'Breakout 1', hosts: ['host@example.org'], from: -5, to: 95 },
  { id: 'b-tiny', title: 'Two seats and a kettle', kind: 'breakout', room: 'Breakout 2', hosts: ['host@example.org'], from: -5, to: 95 },
  { id: 'b-trace', title: 'Bring a trace, live', kind: 'breakout', room: 'Breakout 3', hosts: ['host@example.org'], from: 100, to: 140 },
];

/** Three slots of 40 minutes: beside the morning and the last breakout, at the morning's end, after it. */
const BREAKOUTS = { from: 100, to: 230 };

/** What "minutes from the beginning" counts from. */
export const beginning = (nowMs: number): number => Math.floor(nowMs / MINUTE) * MINUTE;

export function eventToml(nowMs: number, more: More = {}): string {
  const start = beginning(nowMs);
  const zone = 'Africa/Nairobi';
  const lines = [
    '[event]',
    'name = "Open ML Day"',
    'edition = "2026"',
    `time_zone = "${zone}"`,
    `days = ["${at(zone, start).slice(0, 10)}"]`,
    'contact = "hello@example.org"',
    'code_of_conduct = "https://example.org/code-of-conduct"',
    'privacy = "https://example.org/privacy"',
    'public_url = ""',
    'posters_public = true',
  ];
  const rooms: readonly (readonly [string, number])[] = [
    ['Breakout 1', 60],
    ['Breakout 2', 2],
    ['Breakout 3', 40],
    ...(more.rooms ?? []),
  ];
  for (const [name, capacity] of rooms) lines.push('', '[[room]]', `name = "${name}"`, `capacity = ${capacity}`);
  const hours = ({ from, to }: { from: number; to: number }): readonly string[] => [
    `start = ${at(zone, start + from * MINUTE)}`,
    `end = ${at(zone, start + to * MINUTE)}`,
  ];
  lines.push('', '[breakouts]');
  for (const span of [BREAKOUTS, ...(more.slots ?? [])]) lines.push('', '[[breakouts.span]]', ...hours(span));
  for (const session of [...SESSIONS, ...(more.sessions ?? [])]) {
    lines.push('', '[[session]]', `id = "${session.id}"`, `title = "${session.title}"`, `kind = "${session.kind}"`);
    if (session.place) lines.push(`place = "${session.place}"`);
    if (session.room) lines.push(`room = "${session.room}"`);
    if (session.hosts) lines.push(`hosts = [${session.hosts.map((mail) => `"${mail}"`).join(', ')}]`);
    lines.push(...hours(session));
  }
  return `${lines.join('\n')}\n`;
}
