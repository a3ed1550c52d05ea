// The event's life: before the doors, opened and extended by an organiser, closing, closed; and a session changed while
// everybody reads the programme.

import { amara, ingrid, organiser } from './people';
import { at } from './support/moments';
import { NARROW, sound, narrowAndSound } from './support/sound';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';
import type { Visitor } from './support/visitor';

const hall = openHall([amara, ingrid, organiser]);
const { life, lifeDesk, sessionDesk } = words;
const MINUTE = 60_000;
const ZONE = 'Africa/Nairobi';
const desk = (who: Visitor) => who.page.locator('[data-desk]');

/** As a field for date and time takes it. */
const wall = (ms: number): string => at(ZONE, ms).slice(0, 16);

async function setHours(who: Visitor, hours: { doors?: number; closes?: number }): Promise<void> {
  if (hours.doors !== undefined) await desk(who).getByLabel(lifeDesk.doors).fill(wall(hours.doors));
  if (hours.closes !== undefined) await desk(who).getByLabel(lifeDesk.closes).fill(wall(hours.closes));
  await desk(who).getByRole('button', { name: lifeDesk.save }).press('Enter');
  await expect(desk(who).getByRole('status').first()).toHaveText(lifeDesk.saved);
}

async function organise(noor: Visitor): Promise<void> {
  await noor.enter(hall.link(organiser), 'list');
  await noor.section(words.tabs.programme);
  await desk(noor).locator('summary').first().press('Enter');
}

test('before the doors authors set up, visitors read on, and go in when they open', async ({ visitors }) => {
  const noor = await visitors.arrive('noor', { timezoneId: ZONE });
  await organise(noor);
  await sound(noor, 'organiser, programme');
  await setHours(noor, { doors: Date.now() + 125 * MINUTE, closes: Date.now() + 600 * MINUTE });

  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  await expect(author.page.locator('[data-number]').first()).toBeVisible();

  const early = await visitors.arrive('amara', { timezoneId: 'Africa/Lagos', ...NARROW });
  await early.openLink(hall.link(amara));
  await early.page.locator('button.go').click();
  await expect(early.page.locator('[data-early="waiting"]')).toBeVisible();
  await expect(early.page.getByRole('timer')).toHaveText(/^\s*2:0\d:\d\d\s*$/);
  await expect(early.page.getByRole('heading', { level: 1, name: life.opensIn })).toBeVisible();
  await expect(early.page.getByRole('heading', { name: life.programme })).toBeVisible();
  const poster = early.page.locator('[data-meanwhile]').first();
  await poster.locator('summary').press('Enter');
  await expect(poster.locator('.pre')).toBeVisible();
  await narrowAndSound(early, 'before the doors');

  // Opened: said, not done to them.
  const answer = await noor.page.evaluate(async () => {
    const now = Date.now();
    const wish = { doorsMs: now + 12_000, closesMs: now + 36_000_000, after: 1 };
    const headers = { 'Content-Type': 'application/json' };
    return (await fetch('/api/v1/programme/times', { method: 'POST', headers, body: JSON.stringify(wish) })).status;
  });
  expect(answer).toBe(200);
  await expect(async () => {
    await early.page.reload();
    await expect(early.page.getByRole('timer')).toHaveText(/^\s*0:\d\d\s*$/, { timeout: 2000 });
  }).toPass();
  await expect(early.page.locator('[data-early="open"]')).toBeVisible();
  await early.is({ connected: 'early' });
  await early.button(life.enter).press('Enter');
  await early.inside();
});

test('the last ten minutes are said once; closed, all is read and nobody talks; extended, they talk on', async ({ visitors }) => {
  const noor = await visitors.arrive('noor', { timezoneId: ZONE });
  await organise(noor);
  await setHours(noor, { doors: Date.now() - 60 * MINUTE, closes: Date.now() + 6 * MINUTE });
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  const banner = one.page.locator('[data-life]');
  await expect(banner).toHaveAttribute('data-life', 'closing');
  await one.chat('hall');
  await one.write(words.chat.toEveryone, 'A last word.');
  await expect(one.page.locator('[data-number]').filter({ hasText: 'A last word.' })).toBeVisible();
  await banner.getByRole('button', { name: life.seen }).click();
  await expect(banner).toHaveCount(0);

  await setHours(noor, { closes: Date.now() - 4 * MINUTE });
  await expect(banner).toHaveAttribute('data-life', 'closed');
  await expect(banner).toContainText(life.closed);
  const box = one.page.getByRole('textbox', { name: words.chat.toEveryone });
  await expect(box).toHaveAttribute('readonly', '');
  await sound(one, 'closed');
  await expect(one.page.locator('[data-number]').filter({ hasText: 'A last word.' })).toBeVisible();

  await desk(noor)
    .getByRole('button', { name: lifeDesk.later(30) })
    .press('Enter');
  await expect(box).not.toHaveAttribute('readonly', '');
  await one.write(words.chat.toEveryone, 'On we go.');
  await expect(one.page.locator('[data-number]').filter({ hasText: 'On we go.' })).toBeVisible();
});

test('a session is added, made longer and taken out while others read the programme', async ({ visitors }) => {
  const noor = await visitors.arrive('noor', { timezoneId: ZONE });
  await organise(noor);
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  await one.section(words.tabs.programme);
  await desk(noor).locator('summary').last().press('Enter');
  await desk(noor).getByRole('button', { name: sessionDesk.add }).press('Enter');
  const dialog = noor.page.getByRole('dialog', { name: sessionDesk.add });
  const title = dialog.getByLabel(sessionDesk.title);
  await expect(title).toBeFocused();
  await title.fill('A panel nobody planned');
  await dialog.getByLabel(sessionDesk.kind).selectOption('6');
  await sound(noor, 'a session, changed');
  await dialog.getByRole('button', { name: sessionDesk.save }).press('Enter');
  await expect(dialog).toBeHidden();
  const theirs = one.page.getByRole('heading', { name: 'A panel nobody planned' });
  await expect(theirs).toBeVisible();
  const row = desk(noor).locator('[data-session-row]').filter({ hasText: 'A panel nobody planned' });
  // Who is in a hurry presses twice and goes on: each press counts, and none is another organiser's.
  const longer = row.getByRole('button', { name: sessionDesk.longerOf(10, 'A panel nobody planned') });
  const before = await row.locator('.when b').innerText();
  await longer.press('Enter');
  await longer.press('Enter');
  await row.getByRole('button', { name: sessionDesk.changeOf('A panel nobody planned') }).press('Enter');
  const again = noor.page.getByRole('dialog', { name: sessionDesk.changeOf('A panel nobody planned') });
  const minutes = async (label: string) => Date.parse(`${await again.getByLabel(label).inputValue()}Z`) / MINUTE;
  expect((await minutes(sessionDesk.end)) - (await minutes(sessionDesk.start))).toBe(60);
  await expect(row.locator('.when b')).not.toHaveText(before);
  await again.getByRole('button', { name: sessionDesk.remove }).press('Enter');
  await expect(theirs).toHaveCount(0);
});
