// Values of the model in words: times in the reader's zone, lamps, places, refusals. Words come from the catalogue.

import { conversationPlace } from '../model/place';
import type { Lamp } from '../model/lamps';
import type { Catalogue } from '../model/catalogue';
import type { Refusal } from '../model/values';
import { BAN, MUTE, REMOVE } from '../model/order';
import { dayDifference, timeIn } from '../model/zones';
import { words } from '../words';

/** A moment for the reader: "23:00", "00:00 +1 day". */
export function at(zone: string, ms: number, nowMs: number): string {
  const days = dayDifference(zone, nowMs, ms);
  const time = timeIn(zone, ms);
  if (days === 0) return time;
  return `${time} ${days > 0 ? words.time.plusDays(days) : words.time.minusDays(-days)}`;
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

/** "in 18 min", "in 3 h", "in 5 days" */
export function inHowLong(ms: number): string {
  const hours = Math.round(ms / 3_600_000);
  if (hours >= 48) return words.time.inDays(Math.round(hours / 24));
  const minutes = Math.max(1, Math.round(ms / 60_000));
  return minutes < 90 ? words.time.inMinutes(minutes) : words.time.inHours(Math.round(minutes / 60));
}

/** The same for a clock that ticks: "in 4:52" under five minutes. */
export function countdown(ms: number): string {
  if (ms >= 300_000) return inHowLong(ms);
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return words.time.inClock(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
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
