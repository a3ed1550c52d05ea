// Values of the model in words: times in the reader's zone, lamps, places, refusals. Words come from the catalogue.

import { conversationPlace } from '../model/place';
import type { Lamp } from '../model/lamps';
import type { Catalogue } from '../model/catalogue';
import type { ProgrammeSession, Refusal, Whereabouts } from '../model/values';
import { BAN, MUTE, REMOVE } from '../model/order';
import { cityOf, dayDifference, hourIn, timeIn, weekday } from '../model/zones';
import { words } from '../words';

/** A moment for the reader: "23:00", "00:00 +1 day". */
export function at(zone: string, ms: number, nowMs: number): string {
  const days = dayDifference(zone, nowMs, ms);
  const time = timeIn(zone, ms);
  if (days === 0) return time;
  return `${time} ${days > 0 ? words.time.plusDays(days) : words.time.minusDays(-days)}`;
}

/** On a board: "00:00 +1". */
export function atShort(zone: string, ms: number, nowMs: number): string {
  const days = dayDifference(zone, nowMs, ms);
  return days === 0 ? timeIn(zone, ms) : `${timeIn(zone, ms)} ${words.time.plusShort(days)}`;
}

/** "14:00 to 18:00", "23:00 to 03:00 +1 day" */
export function span(zone: string, startMs: number, endMs: number, nowMs: number): string {
  const startDays = dayDifference(zone, nowMs, startMs);
  const endDays = dayDifference(zone, nowMs, endMs);
  if (startDays === endDays) {
    const range = words.time.range(timeIn(zone, startMs), timeIn(zone, endMs));
    if (startDays === 0) return range;
    return `${range} ${startDays > 0 ? words.time.plusDays(startDays) : words.time.minusDays(-startDays)}`;
  }
  return words.time.range(at(zone, startMs, nowMs), at(zone, endMs, nowMs));
}

/** "in 18 min", "in 3 h" */
export function inHowLong(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  return minutes < 90 ? words.time.inMinutes(minutes) : words.time.inHours(Math.round(minutes / 60));
}

export function greeting(zone: string, nowMs: number, name: string): string {
  const hour = hourIn(zone, nowMs);
  if (hour < 12) return words.time.morning(name);
  return hour < 18 ? words.time.afternoon(name) : words.time.evening(name);
}

export function lampWords(lamp: Lamp, zone: string, nowMs: number): string {
  if (lamp.state === 'on') return words.lamp.here;
  if (lamp.due) return words.lamp.dueNow;
  if (lamp.atMs === 0) return words.lamp.none;
  return lamp.state === 'soon'
    ? words.lamp.back(at(zone, lamp.atMs, nowMs))
    : words.lamp.next(at(zone, lamp.atMs, nowMs));
}

/** What else is known of the lamp: "Until 16:30, then 23:00". */
export function lampMore(lamp: Lamp, zone: string, nowMs: number): string {
  if ((lamp.state === 'on' || lamp.due) && lamp.atMs !== 0) {
    const until = at(zone, lamp.atMs, nowMs);
    return lamp.thenMs === 0
      ? words.time.untilCapital(until)
      : words.time.untilThen(until, at(zone, lamp.thenMs, nowMs));
  }
  return lamp.state === 'off' && lamp.atMs !== 0 ? words.posters.askNowLater : '';
}

export function whereWords(where: Whereabouts | null, catalogue: Catalogue): string {
  switch (where?.case) {
    case 'booth':
      return words.place.atBooth(where.value);
    case 'room':
      return words.place.inRoom(catalogue.room(where.value)?.name ?? '');
    case 'aisle':
      return words.place.aisle(where.value);
    case 'table':
      return words.place.atTable(where.value + 1);
    case 'stage':
      return words.place.atStage;
    case 'foyer':
      return words.place.foyer;
    case 'notHere':
      return words.place.notHere;
    default:
      return words.place.hidden;
  }
}

/** "Booth 411", "Table 2", "Breakout 1" */
export function conversationName(id: number, catalogue: Catalogue): string {
  const place = conversationPlace(id);
  switch (place.kind) {
    case 'booth':
      return words.place.booth(place.index);
    case 'table':
      return words.place.table(place.index + 1);
    case 'stage':
      return words.place.stage;
    case 'circle':
      return words.place.circle;
    case 'room':
      return catalogue.room(place.index)?.name ?? '';
    default:
      return '';
  }
}

/** "Conversation at 411", "Conversation at Table 2", "Nearby" */
export function conversationTitle(id: number, catalogue: Catalogue): string {
  const place = conversationPlace(id);
  if (place.kind === 'booth') return words.place.conversationAtBooth(place.index);
  const name = conversationName(id, catalogue);
  return name === '' ? words.chat.nearby : words.place.conversationAt(name);
}

export function youStand(id: number, catalogue: Catalogue): string {
  const place = conversationPlace(id);
  switch (place.kind) {
    case 'booth':
      return words.place.youStandAt(place.index);
    case 'table':
      return words.place.youSitAt(place.index + 1);
    case 'stage':
      return words.place.youAreAtStage;
    case 'circle':
      return words.place.youAreInCircle;
    case 'room':
      return words.place.youAreInRoom(catalogue.room(place.index)?.name ?? '');
    default:
      return words.place.youAreInAisle;
  }
}

export function sayTo(id: number, catalogue: Catalogue): string {
  const place = conversationPlace(id);
  switch (place.kind) {
    case 'booth':
      return words.say.toBooth(place.index);
    case 'table':
      return words.say.toTable(place.index + 1);
    case 'stage':
      return words.say.toStage;
    case 'circle':
      return words.say.toCircle;
    case 'room':
      return words.say.toRoom(catalogue.room(place.index)?.name ?? '');
    default:
      return words.say.nobody;
  }
}

export function refusalWords(refusal: Refusal, zone: string, nowMs: number): string {
  switch (refusal.reason) {
    case 'muted':
    case 'banned': {
      const kind = refusal.reason === 'muted' ? MUTE : BAN;
      return measureWords({ kind, reason: refusal.why ?? '', untilMs: refusal.untilMs ?? 0 }, zone, nowMs);
    }
    case 'rate_limited':
      return words.reject.rate_limited(Math.max(1, Math.ceil(refusal.retryAfterMs / 1000)));
    case 'malformed':
    case 'wrong_state':
    case 'other':
      return words.reject.other;
    default:
      return words.reject[refusal.reason];
  }
}

/** What was decided about me: "You cannot talk until 17:10." */
export function measureTitle(
  measure: { readonly kind: number; readonly untilMs: number },
  zone: string,
  nowMs: number,
): string {
  const w = words.measure;
  const until = measure.untilMs === 0 ? '' : at(zone, measure.untilMs, nowMs);
  if (measure.kind === MUTE) return w.muted(until);
  if (measure.kind === BAN) return w.banned(until);
  return measure.kind === REMOVE ? w.removed : w.warned;
}

/** The same with the reason: one or two sentences. */
export function measureWords(
  measure: { readonly kind: number; readonly untilMs: number; readonly reason: string },
  zone: string,
  nowMs: number,
): string {
  const title = measureTitle(measure, zone, nowMs);
  return measure.reason === '' ? title : `${title} ${words.measure.reason(measure.reason)}`;
}

export interface SessionTimes {
  readonly time: string;
  readonly note: string;
}

/** A session's hours with what is worth saying: open now, over, until another day. */
export function sessionTimes(session: ProgrammeSession, zone: string, nowMs: number): SessionTimes {
  if (!session.span) return { time: session.day, note: words.time.dayOnly };
  const { startMs, endMs } = session.span;
  const time = words.time.range(timeIn(zone, startMs), timeIn(zone, endMs));
  const startDays = dayDifference(zone, nowMs, startMs);
  const endDays = dayDifference(zone, nowMs, endMs);
  if (nowMs >= endMs) return { time, note: words.time.over };
  if (nowMs >= startMs && endDays === 0) return { time, note: words.time.openNow };
  const day = weekday(words.locale, zone, endMs);
  if (startDays !== endDays)
    return { time, note: `${words.time.untilDay(day)}, ${words.time.plusDays(endDays)}` };
  if (startDays === 0) return { time, note: '' };
  return {
    time,
    note: `${day}, ${startDays > 0 ? words.time.plusDays(startDays) : words.time.minusDays(-startDays)}`,
  };
}

/** The day sections and clocks name cities. */
export function myTime(zone: string, ms: number): string {
  return `${timeIn(zone, ms)} ${cityOf(zone)}`;
}
