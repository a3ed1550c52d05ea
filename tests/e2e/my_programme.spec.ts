// My programme: added in one browser, there in another of mine, clashes in words, shifts and what I host by themselves,
// reminders by choice, and calendars to subscribe to, read by another program. With axe, on a phone too.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
// The client's own: it reads calendars in its tests too.
import ICAL from '../../client-web/node_modules/ical.js/dist/ical.js';
import { host, rafael, tomasz } from './people';
import { beginning, eventToml } from './support/event_toml';
import { MINUTE } from './support/moments';
import { narrowAndSound, NARROW, sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

/** Begins within five minutes of any test here, whenever the suite began. */
const SOON = { id: 'soon', title: 'Starts in a moment', kind: 'talks' };
const hall = openHall([host, rafael, tomasz], [], () => {
  const now = Date.now();
  const from = (now - beginning(now)) / MINUTE + 4.5;
  return eventToml(now, { sessions: [{ ...SOON, from, to: from + 20 }] });
});
const w = words.programme;

const row = (who: Visitor, id: string) => who.page.locator(`[data-session="${id}"]`);
const onlyMine = (who: Visitor, count: number) => who.page.getByRole('button', { name: w.mine(count), exact: true });

async function add(who: Visitor, id: string, title: string): Promise<void> {
  await row(who, id).getByRole('button', { name: w.addName(title) }).click();
  await expect(row(who, id).getByRole('button', { name: w.addedName(title) })).toBeVisible();
}

interface Entry {
  readonly uid: string;
  readonly summary: string;
}

async function calendar(url: string): Promise<readonly Entry[]> {
  const answer = await fetch(url);
  expect(answer.status, url).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const all = new ICAL.Component(ICAL.parse(await answer.text()));
  return all.getAllSubcomponents('vevent').map((each: unknown) => new ICAL.Event(each));
}

test('what comes soon is told once by choice, in one tab of mine, with the way there', async ({ visitors }) => {
  const one = await (await visitors.arrive('tomasz')).enter(hall.link(tomasz), 'list');
  await one.section(words.tabs.programme);
  await add(one, SOON.id, SOON.title);
  const banner = one.page.locator('[data-reminder]');
  await onlyMine(one, 1).click();
  await expect(banner).toHaveCount(0);
  await one.page.getByText(w.remind).click();
  await expect(banner).toContainText(SOON.title);
  await expect(banner).toHaveAttribute('role', 'status');
  await sound(one, 'a reminder');
  await banner.getByRole('button', { name: w.reminderGo }).click();
  await expect(banner).toHaveCount(0);
  await expect(one.page.locator('body')).toHaveAttribute('data-place', words.place.stage);
  // Another tab of mine knows that it was told.
  const second = await one.context.newPage();
  await second.goto(hall.server.url);
  await second.getByRole('navigation', { name: words.tabs.sections }).getByRole('button', { name: words.tabs.programme }).click();
  await expect(second.getByRole('button', { name: w.mine(1), exact: true })).toBeVisible();
  await expect(second.locator('[data-reminder]')).toHaveCount(0);
  await second.close();
});

test('added in one browser it is there in another, and what meets at one time is said', async ({ visitors }) => {
  const desk = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await desk.section(words.tabs.programme);
  await expect(onlyMine(desk, 0)).toBeVisible();
  await add(desk, 'exhibition-morning', 'Morning session');
  await add(desk, 'b-scores', 'Scores that can be run again');
  await expect(desk.page.getByText(/At the same time/)).toHaveCount(0);
  await add(desk, 'b-tiny', 'Two seats and a kettle');
  await expect(row(desk, 'b-tiny').getByText(w.sameTime(w.quoted('Scores that can be run again')))).toBeVisible();
  await expect(row(desk, 'b-scores').getByText(w.sameTime(w.quoted('Two seats and a kettle')))).toBeVisible();
  // What I chose is more particular than what is for all.
  await expect(desk.page.locator('header [data-now]')).toHaveAttribute('data-now', 'b-scores');
  await onlyMine(desk, 3).click();
  await expect(row(desk, 'b-trace')).toHaveCount(0);
  await sound(desk, 'my programme');

  const phone = await visitors.arrive('rafael on a phone', NARROW);
  await phone.openLink(hall.link(rafael));
  await phone.page.locator('button.go').click();
  await phone.button(words.join.enterHere).click();
  await phone.inside();
  await phone.section(words.tabs.programme);
  await onlyMine(phone, 3).click();
  await expect(row(phone, 'b-tiny')).toBeVisible();
  await expect(row(phone, 'b-scores').getByText(w.sameTime(w.quoted('Two seats and a kettle')))).toBeVisible();
  await narrowAndSound(phone, 'my programme on a phone');
  await row(phone, 'b-tiny').getByRole('button', { name: w.addedName('Two seats and a kettle') }).click();
  await expect(row(phone, 'b-tiny')).toHaveCount(0);
  await phone.page.reload();
  await phone.inside();
  await phone.section(words.tabs.programme);
  await expect(onlyMine(phone, 2)).toBeVisible();
});

test('what I host is mine by itself; my calendar has an address of its own, until I replace it', async ({ visitors }) => {
  const wei = await (await visitors.arrive('wei')).enter(hall.link(host), 'list');
  await wei.section(words.tabs.programme);
  await expect(row(wei, 'b-scores').getByText(w.youHost)).toBeVisible();
  await add(wei, 'exhibition-evening', 'Evening session');
  await wei.page.getByRole('button', { name: new RegExp(`^${w.mine(0)}`) }).click();
  const mine = wei.page.locator('[data-calendar]');
  await mine.getByRole('button', { name: w.calendarMake }).click();
  const first = await mine.getByLabel(w.calendarMine, { exact: true }).inputValue();
  expect(new URL(first).pathname).toMatch(/^\/calendar\/[\w-]{22,}\.ics$/);
  await sound(wei, 'my calendar');

  const entries = await calendar(first);
  for (const title of ['Evening session', 'Scores that can be run again', 'Two seats and a kettle', 'Bring a trace, live']) expect(entries.map((each) => each.summary)).toContain(title);
  expect(entries.map((each) => each.summary)).not.toContain('Morning session');
  const all = await calendar(`${hall.server.url}/calendar/programme.ics`);
  expect((await calendar(`${hall.server.url}/calendar/programme.ics`)).map((each) => each.uid)).toEqual(all.map((each) => each.uid));
  const evening = (of: readonly Entry[]): string | undefined => of.find((each) => each.summary === 'Evening session')?.uid;
  expect(evening(entries)).toBe(evening(all));

  const etag = (await fetch(first)).headers.get('etag') ?? '';
  expect((await fetch(first, { headers: { 'If-None-Match': etag } })).status).toBe(304);
  await mine.getByRole('button', { name: w.calendarNew }).click();
  await expect(mine.getByLabel(w.calendarMine, { exact: true })).not.toHaveValue(first);
  const gone = await fetch(first);
  const never = await fetch(`${hall.server.url}/calendar/AAAAAAAAAAAAAAAAAAAAAA.ics`);
  expect([gone.status, await gone.text()]).toEqual([404, await never.text()]);
  const secret = new URL(first).pathname.slice('/calendar/'.length, -'.ics'.length);
  expect(readFileSync(join(hall.server.data, 'serve.log'), 'utf8')).not.toContain(secret);
});
