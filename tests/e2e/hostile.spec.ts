// 300 hostile texts in every field a person can fill, seen by every role in hall and list: nothing runs, nothing is
// markup, nothing breaks the page. The people are guests by protocol, so that it is quick.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { Guest } from './support/guest';
import { cut, HOSTILE } from './support/hostile';
import { HallServer } from './support/hall_server';
import type { Person } from './support/hall_server';
import { at, MINUTE } from './support/moments';
import { test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const QUESTION = 2;
const ANNOUNCEMENT = 6;
const MESSAGE = 1;
/** Text i of a field: each field has them in another order, so that no row holds the same twice. */
const text = (i: number, shift = 0): string => HOSTILE[(i + shift) % HOSTILE.length] ?? '';

const viewers: readonly Person[] = (['attendee', 'author', 'host', 'moderator', 'organiser'] as const).map((role, i) => ({
  name: `${role} ${text(i)}`,
  email: `${role}@example.org`,
  shortName: cut(text(i, 7), 16),
  affiliation: cut(text(i, 50), 64),
  role,
  ...(role === 'author' || role === 'host' ? { posters: ['h-0'] } : {}),
}));
const people: readonly Person[] = HOSTILE.map((each, i) => ({
  name: cut(each, 64),
  email: `guest${i}@example.org`,
  shortName: cut(text(i, 11), 16),
  affiliation: cut(text(i, 23), 64),
}));

function eventToml(nowMs: number): string {
  const zone = 'Africa/Nairobi';
  const lines = ['[event]', `name = ${quoted(text(3))}`, `edition = ${quoted(text(4))}`, `time_zone = "${zone}"`, 'posters_public = true'];
  lines.push(`contact = ${quoted(text(5))}`, `code_of_conduct = ${quoted(text(6))}`, `privacy = ${quoted(text(8))}`);
  for (let i = 0; i < 12; i++) lines.push('', '[[room]]', `name = ${quoted(cut(`${i} ${text(i * 25)}`, 40))}`, 'capacity = 400');
  HOSTILE.forEach((each, i) => {
    const from = nowMs + (i % 3 === 0 ? -10 : 30 + i) * MINUTE;
    lines.push('', '[[session]]', `id = "s-${i}"`, 'kind = "other"', `title = ${quoted(cut(`${i} ${each}`, 200))}`, `place = ${quoted(cut(text(i, 60), 60))}`);
    lines.push(`summary = ${quoted(cut(text(i, 61), 400))}`, `audience = ${quoted(cut(text(i, 62), 60))}`, `people = [${quoted(cut(text(i, 63), 60))}]`);
    lines.push(`start = ${at(zone, from)}`, `end = ${at(zone, from + 20 * MINUTE)}`);
  });
  return `${lines.join('\n')}\n`;
}

/** All of them in few messages: announcements are rare. */
function together(points: number): string[] {
  const out = [''];
  for (const each of HOSTILE.map((one) => `${cut(one, 400)}\n`)) {
    if ([...(out.at(-1) ?? ''), ...each].length > points) out.push('');
    out.push((out.pop() ?? '') + each);
  }
  return out;
}

/** A TOML string with everything escaped that may not stand in one. */
function quoted(each: string): string {
  const escaped = [...each].map((point) => (/[\p{L}\p{N} ]/u.test(point) ? point : `\\U${(point.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`));
  return `"${escaped.join('')}"`;
}

let server: HallServer;
let links = new Map<string, string>();
const guests: Guest[] = [];

/** In crowds of so many at a time. */
async function crowd<T>(all: readonly T[], act: (each: T, i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < all.length; i = next++) await act(all[i] as T, i);
  };
  await Promise.all(Array.from({ length: 12 }, worker));
}

test.setTimeout(180_000);

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await HallServer.open('hostile', 1);
  await server.kill();
  writeFileSync(join(server.data, 'event.toml'), eventToml(Date.now()));
  const posters = HOSTILE.map((each, i) => ({
    id: `h-${i}`,
    title: cut(`${i} ${each}`, 400),
    authors: [text(i, 31), text(i, 32)].map((author) => cut(author.replaceAll(';', ','), 60)),
    summary: `${text(i, 33)}\n${text(i, 34)}`,
    category: cut(text(i % 5, 35), 40),
    link: `https://example.org/${text(i, 36)}`,
    keywords: [cut(text(i, 37), 40)],
  }));
  const file = join(server.data, 'posters.json');
  writeFileSync(file, JSON.stringify({ posters }));
  const { code, out } = await server.import(file);
  const faults = out.split('\n').filter((line) => !line.includes(': warning: '));
  expect(code, faults.join('\n').slice(-4000)).toBe(0);
  links = await server.inviteAll([...viewers, ...people]);
  await server.start();
  const { number } = await server.api<{ number: number }>('/posters/h-0');
  const { key } = await server.api<{ key: number }>('/posters/h-0');
  await crowd(people, async (person, i) => {
    const guest = await Guest.enter(server, links.get(person.email) ?? '', { view: 'list' });
    guest.hide();
    guests[i] = guest;
    const me = guest.me.me?.person ?? 0;
    await guest.setStatus(cut(text(i, 1), 64));
    await guest.write('hall', text(i, 2), MESSAGE);
    await guest.write(`poster/${key}`, text(i, 3), QUESTION);
    await guest.write(`help/${me}`, text(i, 4), MESSAGE);
    await guest.report(me === 1 ? 2 : 1, cut(text(i, 5), 500));
    if (i % 6 === 0) {
      await guest.standAt(number);
      await guest.say(text(i, 6));
    }
  });
  const organiser = await Guest.enter(server, links.get('organiser@example.org') ?? '');
  for (const announcement of together(3900)) await organiser.write('announce', announcement, ANNOUNCEMENT);
  organiser.leave();
});
test.afterAll(async () => {
  guests.forEach((guest) => guest.leave());
  await server.close();
});

/** Nothing ran, nothing of it is an element or an address, nothing hangs over the edge. */
async function harmless(who: Visitor, screen: string): Promise<void> {
  const found = await who.page.evaluate(() => {
    const out: string[] = [];
    if ((globalThis as unknown as { ranAll: string[] }).ranAll.length > 0) out.push('something ran');
    for (const each of document.querySelectorAll('body script, iframe, object, embed, form[action], base, body meta, body link, body style, math, animate, template, video, audio, #x'))
      out.push(each.outerHTML.slice(0, 200));
    for (const each of document.body.querySelectorAll('*')) {
      for (const { name, value } of each.attributes) {
        if (/^on/i.test(name)) out.push(`${name} of ${each.outerHTML.slice(0, 120)}`);
        if ((name === 'href' || name === 'src') && !/^(https?:|\/(?!\/)|#|data:image\/png|blob:)/i.test(value)) out.push(`${name}=${value.slice(0, 80)}`);
      }
    }
    const wide = document.scrollingElement?.scrollWidth ?? 0;
    if (wide > innerWidth) out.push(`the page is ${wide} wide`);
    for (const each of document.querySelectorAll('.scroll, main, aside, dialog'))
      if (each.checkVisibility() && each.scrollWidth > each.clientWidth + 1) out.push(`${each.scrollWidth} in ${each.clientWidth}: ${each.className} ${each.id}`);
    return out;
  });
  expect.soft(found, `${who.name}, ${screen}`).toEqual([]);
}

/** Presses what brings more of a list until it is gone. */
async function all(who: Visitor, more: string, most: number): Promise<void> {
  const button = who.page.getByRole('button', { name: more });
  const ready = who.page.getByRole('button', { name: more, disabled: false });
  for (let i = 0; i < most; i++) {
    await expect.poll(async () => (await button.count()) === 0 || (await ready.count()) === 1).toBe(true);
    if ((await button.count()) === 0) return;
    await ready.click();
  }
}

async function look(who: Visitor, role: string): Promise<void> {
  const { page } = who;
  const keepsOrder = role === 'moderator' || role === 'organiser';
  await who.section(words.tabs.posters);
  await expect.poll(() => page.locator('[data-poster-link]').count()).toBeGreaterThanOrEqual(300);
  await harmless(who, 'posters');
  for (const [section, shown] of [
    [words.tabs.people, people[0]?.email ?? ''],
    [words.tabs.programme, ''],
  ] as const) {
    await who.section(section);
    await expect(page.locator('.person, .session').nth(40)).toBeAttached();
    await harmless(who, section + (shown && ''));
  }
  for (const channel of ['hall', 'announce', ...(keepsOrder ? [`help/${guests.at(-1)?.me.me?.person ?? 0}`] : [])]) {
    await who.chat(channel);
    await expect(page.locator('.msg').first()).toBeVisible();
    if (channel === 'hall') await all(who, words.chat.older, 6);
    await harmless(who, channel);
  }
  if (!keepsOrder) return;
  await who.section(words.tabs.reports);
  await expect(page.locator('[data-report]').first()).toBeVisible();
  await all(who, words.order.older, 14);
  await harmless(who, 'reports');
}

for (const viewer of viewers) {
  const role = viewer.role ?? '';
  test(`300 hostile texts in every field are text to the ${role}, in list and hall`, async ({ visitors }) => {
    const who = await visitors.arrive(role);
    await who.context.addInitScript(() => {
      const ran: string[] = [];
      Object.assign(globalThis, { ranAll: ran, ran: () => ran.push('ran'), alert: () => ran.push('alert') });
    });
    await who.openLink(links.get(viewer.email) ?? '');
    await harmless(who, 'join');
    await who.page.getByRole('radio', { name: words.join.list }).check();
    await who.pressEnter();
    await look(who, role);
    // A poster with its talk, its 300 questions and what is known of it; a search that finds many.
    await who.page.goto(`${server.url}/p/h-0`);
    await who.inside();
    await who.tab(/^Questions/).click();
    await expect(who.page.locator('[data-question]').first()).toBeVisible();
    await harmless(who, 'questions');
    await who.tab(words.poster.about).click();
    await expect(who.page.locator('[data-sheet] .pre').first()).toBeVisible();
    await harmless(who, 'about');
    await who.page.keyboard.press('Escape');
    await who.page.keyboard.press('Control+k');
    await who.page.getByRole('combobox', { name: words.search.field }).fill('<script');
    const palette = who.page.locator('.palette');
    await expect(palette).toHaveAttribute('data-query', '<script');
    await expect(palette).not.toHaveAttribute('data-hits', '0');
    await expect(who.page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    await harmless(who, 'search');
    await who.page.keyboard.press('Escape');
    await who.page.getByRole('group', { name: words.bar.view }).getByRole('button', { name: words.bar.hall }).click();
    await who.inside();
    await look(who, role);
    // At the booth where fifty of them stand and talk.
    const { number } = await server.api<{ number: number }>('/posters/h-0');
    await who.goTo(number);
    await who.is({ members: /^[2-9]|\d\d/ });
    await who.chat('nearby');
    await harmless(who, 'nearby');
  });
}

test('every title is on the page as the hall has it, letter by letter', async ({ visitors }) => {
  const who = await visitors.arrive('attendee');
  await who.enter(links.get('attendee@example.org') ?? '', 'list');
  const { posters } = await server.api<{ posters: { title: string }[] }>('/posters');
  const links_ = who.page.locator('[data-poster-link]');
  await expect(links_).toHaveCount(posters.length);
  expect(posters.length).toBeGreaterThanOrEqual(HOSTILE.length);
  const shown = await links_.evaluateAll((each) => each.map((link) => link.textContent.trim()));
  expect(shown.toSorted()).toEqual(posters.map((poster) => poster.title.trim()).toSorted());
});
