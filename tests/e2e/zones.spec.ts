// A visitor in Lagos and one in Tokyo: the same programme, my programme, breakout and board, each in their own time with the
// event's beside it, days said past midnight, the bar's countdown the same for both. In hall and list, and on a phone.

import { amara, host, ingrid, organiser, rafael } from './people';
import { beginning, eventToml } from './support/event_toml';
import { MINUTE } from './support/moments';
import { narrowAndSound, NARROW, sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const DAY = 86_400_000;
const w = words.programme;
const { board, proposals, time } = words;
const began = beginning(Date.now());
/** The day after tomorrow in Universal Time: Nairobi is at 01:30 when Lagos is at 23:30 and Tokyo at 07:30 of the next day. */
const DAY_THEN = (Math.floor(began / DAY) + 2) * DAY;
const at = (clock: string): number => (DAY_THEN + Date.parse(`1970-01-01T${clock}Z`) - began) / MINUTE;
const LATE = { id: 'late', title: 'Past midnight', kind: 'talks', from: at('22:30'), to: at('23:30') };
const EVE = { id: 'eve', title: 'Before midnight', kind: 'panel', from: at('20:30'), to: at('21:30') };
/** Begins in a moment: the bar counts seconds down to it. */
const SOON = { id: 'soon', title: 'In a moment', kind: 'networking' };
/** Two slots, of which the second ends on the event's and on Lagos' next day. */
const SLOTS = { from: at('21:45'), to: at('23:10') };
const hall = openHall([amara, host, ingrid, organiser, rafael], [], () => {
  const from = (Date.now() - began) / MINUTE + 4.5;
  return eventToml(began, { sessions: [{ ...SOON, from, to: from + 90 }, LATE, EVE], slots: [SLOTS] });
});
test.setTimeout(240_000);

interface Zone {
  readonly city: string;
  /** Hours before Universal Time; none of the three cities changes its clocks. */
  readonly ahead: number;
}
const LAGOS: Zone = { city: 'Lagos', ahead: 1 };
const TOKYO: Zone = { city: 'Tokyo', ahead: 9 };
const EVENT: Zone = { city: 'Nairobi', ahead: 3 };
const ZONES = { [LAGOS.city]: 'Africa/Lagos', [TOKYO.city]: 'Asia/Tokyo' };

interface Span {
  readonly startMs: number;
  readonly endMs: number;
}
interface Timed {
  readonly id: string;
  readonly title: string;
  readonly span: Span;
}

const clock = (ms: number, { ahead }: Zone): string => new Date(ms + ahead * 3_600_000).toISOString().slice(11, 16);
const dayOf = (ms: number, { ahead }: Zone): number => Math.floor((ms + ahead * 3_600_000) / DAY);

/** By the tests' own arithmetic, days counted from the one it is read under. */
function hours({ startMs, endMs }: Span, zone: Zone, under: number): string {
  const day = (ms: number): string => {
    const days = dayOf(ms, zone) - under;
    return days === 0 ? '' : ` ${days > 0 ? time.plusDays(days) : time.minusDays(-days)}`;
  };
  const [from, to] = [clock(startMs, zone), clock(endMs, zone)];
  if (day(startMs) === day(endMs)) return time.range(from, to) + day(endMs);
  return time.range(from + day(startMs), to + day(endMs));
}

const row = (who: Visitor, id: string) => who.page.locator(`[data-session="${id}"]`);
const sessions = async (): Promise<readonly Timed[]> => (await hall.server.api<{ sessions: readonly Timed[] }>('/event')).sessions;

/** The rows of these sessions say when they are here, and at the event. */
async function reads(who: Visitor, zone: Zone, wanted: readonly Timed[]): Promise<void> {
  await expect(who.page.getByText(w.yourTimes(zone.city))).toBeVisible();
  await expect(who.page.getByText(w.eventTimes(EVENT.city))).toBeVisible();
  for (const { id, title, span } of wanted) {
    const under = dayOf(span.startMs, zone);
    await expect(row(who, id).getByRole('heading', { name: title })).toBeVisible();
    await expect(row(who, id).locator('.when b')).toHaveText(hours(span, zone, under));
    await expect(row(who, id).locator('[data-event-time]')).toHaveText(w.eventAt(hours(span, EVENT, under), EVENT.city));
  }
}

/** What is said of sessions about midnight, word by word. */
async function readsMidnight(who: Visitor, zone: Zone): Promise<void> {
  const said: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
    Lagos: [
      [LATE.id, '23:30 to 00:30 +1 day', '01:30 to 02:30 +1 day Nairobi'],
      [EVE.id, '21:30 to 22:30', '23:30 to 00:30 +1 day Nairobi'],
    ],
    Tokyo: [
      [LATE.id, '07:30 to 08:30', '01:30 to 02:30 Nairobi'],
      [EVE.id, '05:30 to 06:30', '23:30 −1 day to 00:30 Nairobi'],
    ],
  };
  for (const [id, mine, theirs] of said[zone.city] ?? []) {
    await expect(row(who, id).locator('.when b')).toHaveText(mine);
    await expect(row(who, id).locator('[data-event-time]')).toHaveText(theirs);
  }
}

/** What the bar says, and when. */
async function bar(who: Visitor): Promise<{ readonly text: string; readonly at: number }> {
  return who.page.locator('header').evaluate((header: HTMLElement) => ({ text: header.innerText, at: Date.now() }));
}

/** Counts down to what comes next, in whole seconds; says when that is in my time, and what time it is here and at the event. */
async function countsDown(who: Visitor, zone: Zone, all: readonly Timed[]): Promise<number> {
  const next = all.find(({ id }) => id === SOON.id);
  const shown = who.page.locator(`[data-next="${SOON.id}"]`);
  await expect(shown).toContainText(SOON.title);
  const start = next?.span.startMs ?? 0;
  const tomorrow = dayOf(start, zone) > dayOf(Date.now(), zone) ? ` ${time.plusDays(1)}` : '';
  await expect(shown.locator('b')).toHaveText(clock(start, zone) + tomorrow);
  const left = async (): Promise<number> => {
    const { text } = await bar(who);
    const found = /in (\d+):(\d\d)\b/.exec(text);
    return found ? Number(found[1]) * 60 + Number(found[2]) : Number.NaN;
  };
  const first = await left();
  await expect.poll(left).toBeLessThan(first);
  const { text, at: now } = await bar(who);
  const found = /in (\d+):(\d\d)\b/.exec(text);
  expect(Math.abs(Number(found?.[1]) * 60 + Number(found?.[2]) - (start - now) / 1000), text).toBeLessThanOrEqual(2);
  // It follows the seconds, a moment behind.
  const moments = [now - 1000, now];
  expect(moments.some((ms) => text.includes(`${clock(ms, zone)} ${zone.city}`)), text).toBe(true);
  expect(moments.some((ms) => text.includes(time.event(clock(ms, EVENT)))), text).toBe(true);
  return start;
}

async function choose(who: Visitor, title: string): Promise<void> {
  await who.page.getByRole('button', { name: w.addName(title) }).press('Enter');
  await expect(who.page.getByRole('button', { name: w.addedName(title) })).toBeVisible();
}

test('a visitor in Lagos and one in Tokyo read the same programme, each in their time with the event’s beside it', async ({ visitors }) => {
  const lagos = await (await visitors.arrive('amara', { timezoneId: ZONES[LAGOS.city] })).enter(hall.link(amara), 'list');
  const tokyo = await (await visitors.arrive('wei', { timezoneId: ZONES[TOKYO.city] })).enter(hall.link(host), 'hall');
  const all = await sessions();
  const titles: (readonly string[])[] = [];
  for (const [who, zone] of [
    [lagos, LAGOS],
    [tokyo, TOKYO],
  ] as const) {
    expect(await countsDown(who, zone, all)).toBeGreaterThan(0);
    await who.section(words.tabs.programme);
    await reads(who, zone, all);
    await readsMidnight(who, zone);
    titles.push(await who.page.locator('[data-session] h3').allInnerTexts());
  }
  expect(titles[0]).toEqual(titles[1]);
  await sound(lagos, 'programme');

  // My programme: what I host is in it by itself, what I chose too.
  await choose(lagos, LATE.title);
  await choose(lagos, EVE.title);
  await choose(tokyo, LATE.title);
  const own = (...ids: readonly string[]): readonly Timed[] => all.filter(({ id }) => ids.includes(id));
  await lagos.page.getByRole('button', { name: w.mine(2), exact: true }).press('Enter');
  await expect(lagos.page.locator('[data-session]')).toHaveCount(2);
  await reads(lagos, LAGOS, own('late', 'eve'));
  await readsMidnight(lagos, LAGOS);
  await tokyo.page.getByRole('button', { name: new RegExp(`^${w.mine(0)}`) }).press('Enter');
  await expect(row(tokyo, EVE.id)).toHaveCount(0);
  await reads(tokyo, TOKYO, own('late', 'b-scores', 'b-tiny', 'b-trace'));

  // The list says what the hall does; so does the breakout they meet in.
  await tokyo.page.getByRole('group', { name: words.bar.view }).getByRole('button', { name: words.bar.list }).press('Enter');
  await tokyo.is({ view: 'list' });
  await reads(tokyo, TOKYO, own('late', 'b-scores', 'b-tiny', 'b-trace'));
  await countsDown(tokyo, TOKYO, all);
  const [breakout] = own('b-scores');
  for (const [who, zone] of [
    [tokyo, TOKYO],
    [lagos, LAGOS],
  ] as const) {
    await who.page.getByRole('button', { name: w.all, exact: true }).press('Enter');
    if (who === tokyo) await who.room('Breakout 1').getByRole('button', { name: words.rooms.hostOpen }).press('Enter');
    await row(who, 'b-scores').getByRole('button', { name: words.rooms.goInName('Breakout 1') }).press('Enter');
    const sheet = who.page.locator('[data-breakout]');
    const span = breakout?.span ?? { startMs: 0, endMs: 0 };
    const under = dayOf(span.startMs, zone);
    await expect(sheet.getByText(hours(span, zone, under), { exact: false }).first()).toBeVisible();
    await expect(sheet.locator('[data-event-time]')).toHaveText(w.eventAt(hours(span, EVENT, under), EVENT.city));
  }
});

test('a shift is read in both times, and so is the programme on a phone in Tokyo', async ({ visitors }) => {
  const author = await (await visitors.arrive('ingrid', { timezoneId: ZONES[LAGOS.city] })).enter(hall.link(ingrid), 'list');
  const all = await sessions();
  const morning = all.find(({ id }) => id === 'exhibition-morning')?.span ?? { startMs: 0, endMs: 0 };
  const under = dayOf(morning.startMs, LAGOS);
  await author.section(words.tabs.programme);
  await author.page.getByRole('button', { name: w.mine(1), exact: true }).press('Enter');
  const shift = author.page.locator('[data-session]');
  await expect(shift).toHaveCount(1);
  await expect(shift.getByRole('heading', { name: w.yourShift(101) })).toBeVisible();
  await expect(shift.locator('.when b')).toHaveText(hours(morning, LAGOS, under));
  await expect(shift.locator('[data-event-time]')).toHaveText(w.eventAt(hours(morning, EVENT, under), EVENT.city));

  const phone = await (await visitors.arrive('rafael', { ...NARROW, timezoneId: ZONES[TOKYO.city] })).enter(hall.link(rafael), 'list');
  await phone.section(words.tabs.programme);
  await reads(phone, TOKYO, all);
  await readsMidnight(phone, TOKYO);
  await narrowAndSound(phone, 'programme in Tokyo');
});

test('an author in Lagos wishes for a slot, an organiser in Tokyo reads the same one on the board', async ({ visitors }) => {
  const title = 'A slot about midnight';
  const author = await (await visitors.arrive('ingrid', { timezoneId: ZONES[LAGOS.city] })).enter(hall.link(ingrid), 'list');
  await author.section(words.tabs.programme);
  const mine = author.page.locator('[data-breakouts="mine"]');
  await mine.getByRole('button', { name: proposals.propose }).press('Enter');
  const form = author.page.locator('[data-proposal-form]');
  // 21:45 and 22:30 in Universal Time; those of the suite's own day stand above them.
  await expect(form.locator('label.check').nth(-2)).toContainText('22:45 to 23:25 · 00:45 to 01:25 +1 day Nairobi');
  await expect(form.locator('label.check').last()).toContainText('23:30 to 00:10 +1 day · 01:30 to 02:10 +1 day Nairobi');
  await form.getByLabel(proposals.title).fill(title);
  await form.locator('label.check').last().click();
  await expect(form.getByRole('checkbox').last()).toBeChecked();
  await form.getByRole('button', { name: proposals.send }).press('Enter');
  const waits = mine.locator('[data-proposal]', { hasText: title });
  await expect(waits).toContainText('23:30 to 00:10 +1 day · 01:30 to 02:10 +1 day Nairobi');

  const noor = await (await visitors.arrive('noor', { timezoneId: ZONES[TOKYO.city] })).enter(hall.link(organiser), 'list');
  await noor.section(words.tabs.programme);
  await noor.page.getByRole('button', { name: board.open }).press('Enter');
  const places = noor.page.locator('[data-board]');
  const slots = places.locator('[data-slot]');
  const there = (index: number) => slots.nth(index).locator('[data-event-time]');
  await expect(slots).toHaveCount(5);
  await expect(slots.nth(3)).toContainText('06:45 to 07:25');
  await expect(there(3)).toHaveText('00:45 to 01:25 Nairobi');
  await expect(slots.nth(4)).toContainText('07:30 to 08:10');
  await expect(there(4)).toHaveText('01:30 to 02:10 Nairobi');
  await expect(places.locator('[data-card]', { hasText: title })).toContainText('07:30 to 08:10 · 01:30 to 02:10 Nairobi');
  await sound(noor, 'the board in Tokyo', '[data-board]');
  await places.getByRole('button', { name: board.placeOf(title) }).press('Enter');
  const dialog = noor.page.locator('[data-place-dialog]');
  await expect(dialog.getByLabel(board.slot).locator('option:checked')).toContainText('07:30 to 08:10 · 01:30 to 02:10 Nairobi');
  await dialog.getByRole('button', { name: board.placeDo }).press('Enter');
  await expect(dialog).toBeHidden();
  // Placed, it is in the author's programme and among their own, in their time again.
  const own = author.page.locator('[data-session^="proposal-"]', { hasText: title });
  await expect(own.locator('.when b')).toHaveText('23:30 to 00:10 +1 day');
  await expect(own.locator('[data-event-time]')).toHaveText('01:30 to 02:10 +1 day Nairobi');
  await expect(waits.locator('[data-event-time]')).toHaveText('01:30 to 02:10 +1 day Nairobi');
});
