// The coverage board: organisers see who is planned, here and missing, and call authors; by keyboard, in the list, on a
// phone.

import { readFileSync } from 'node:fs';

import type { Locator } from '@playwright/test';

import { host, ingrid, organiser, rafael } from './people';
import { sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const hall = openHall([rafael, ingrid, host, organiser]);
const w = words.coverage;
const number = async (id: string): Promise<number> => (await hall.server.api<{ number: number }>(`/posters/${id}`)).number;

test('gaps, most waited for first; one author is called, by the keyboard alone, and says later', async ({ visitors }) => {
  const waited = await number('omd26-A4');
  const hosted = await number('omd26-A2');
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await one.stand(waited);
  const author = await (await visitors.arrive('host')).enter(hall.link(host), 'list');
  await author.stand(await number('omd26-C2'));
  const board = await (await visitors.arrive('noor')).enter(hall.link(organiser), 'list');
  await board.section(words.tabs.coverage);
  await expect(board.page.getByRole('heading', { level: 1, name: w.heading })).toBeFocused();
  await expect(board.page.getByRole('heading', { name: w.byTopic('Morning session') })).toBeVisible();
  const rows = board.page.locator('[data-gap]');
  await expect(rows.first()).toHaveAttribute('data-gap', String(waited));
  await expect(rows.first()).toContainText(w.waitingCount(1));
  await expect(rows.first()).toContainText(w.nobodyInvited);
  await expect(board.page.locator('[data-tiles]')).toContainText(w.waitingAt(2, 2));
  await sound(board, 'the board');

  // The hall from above: in words, by the keyboard as a table, and with the mouse.
  const heat = board.page.locator('[data-heat="2"]');
  await expect(heat.getByRole('img')).toHaveAccessibleName(new RegExp(`^${w.hallTold(2, 0, 0, 0).split(',')[0] ?? '?'}`));
  await heat.getByText(words.figures.asTable).focus();
  await board.page.keyboard.press('Enter');
  const there = heat.getByRole('row').filter({ hasText: String(waited) });
  await expect(there).toContainText(w.boothGap);
  await expect(there.getByRole('cell').last()).toHaveText('1');
  await sound(board, 'the hall as a table');
  await heat.locator(`[data-booth="${waited}"]`).click();
  await board.is({ poster: String(waited) });
  await board.page.keyboard.press('Escape');
  await board.is({ poster: '0' });

  // The list stands still under the reader: who left their booth as it was made comes in by its button.
  const row = await gapOf(board, hosted);
  await row.getByRole('button', { name: w.callAuthorOf(hosted) }).focus();
  await board.page.keyboard.press('Enter');
  await expect(author.page.getByText(words.attend.organisersCall(hosted))).toBeVisible();
  await expect(row).toContainText(/Called \d\d:\d\d/);
  await author.button(words.call.later).click();
  await expect(row).toContainText(w.later);
  await expect(author.button(words.call.later)).toBeHidden();

  // All that can be called: Ingrid, who just came. She goes, and the row says so until the list is updated.
  const ingrids = await number('omd26-A1');
  const second = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'hall');
  await second.goTo(await number('omd26-A3'));
  await expect(board.page.locator('[data-call-all]')).toHaveText(w.callAll(1));
  await board.page.locator('[data-call-all]').click();
  await expect(second.page.getByText(words.attend.organisersCall(ingrids))).toBeVisible();
  await second.button(words.call.go).click();
  await second.standsAt(ingrids);
  await expect(board.page.locator(`[data-gap="${ingrids}"]`)).toContainText(words.lamp.here);
  await board.page.locator('[data-update]').first().click();
  await expect(board.page.locator(`[data-gap="${ingrids}"]`)).toBeHidden();
});

test('announcements: to authors whose poster is a gap, and at a time, listed and withdrawn', async ({ visitors }) => {
  const a = words.announcing;
  const author = await (await visitors.arrive('host')).enter(hall.link(host), 'list');
  // Who comes back is where they were for a moment, and is then brought to their booth.
  await author.standsAt(await number('omd26-A2'));
  await author.stand(await number('omd26-C2'));
  const board = await (await visitors.arrive('noor')).enter(hall.link(organiser), 'list');
  await board.section(words.tabs.coverage);
  await gapOf(board, await number('omd26-A2'));
  const card = board.page.locator('[data-announcing]');
  const text = card.getByRole('textbox', { name: a.text });
  await text.fill('Your poster is waiting for you.');
  await card.getByRole('combobox', { name: a.to, exact: true }).selectOption({ label: a.unattended });
  await expect(card).toContainText(a.unattendedThen);
  await card.getByRole('button', { name: a.announce, exact: true }).click();
  await expect(card.getByRole('status')).toHaveText(a.done);
  await expect(text).toHaveValue('');
  // For half a minute after a start nobody is called away.
  await expect(card.locator('[data-given]').first()).toContainText(/to (one author|\d+ authors)/, { timeout: 45_000 });
  await expect(author.page.getByRole('navigation', { name: words.tabs.sections })).toContainText(words.tabs.newCount(1));
  await author.section(words.tabs.chat);
  await author.page.getByLabel(words.chat.channels).selectOption({ value: await helpOf(author) });
  await expect(author.page.getByText('Your poster is waiting for you.')).toBeVisible();

  // At a time, by the keyboard, and taken back.
  await text.fill('The hall closes in an hour.');
  await card.getByRole('combobox', { name: a.to, exact: true }).selectOption({ label: a.everybody });
  await card.getByRole('combobox', { name: a.when, exact: true }).selectOption({ label: a.later });
  const time = card.getByLabel(a.time, { exact: true });
  await time.fill('2020-01-01T10:00');
  await text.focus();
  await card.getByRole('button', { name: a.plan }).press('Enter');
  await expect(card.getByRole('status')).toHaveText(a.past);
  await expect(text).toHaveValue('The hall closes in an hour.');
  const tomorrow = new Date(Date.now() + 24 * 3600_000).toISOString().slice(0, 16);
  await time.fill(tomorrow);
  await card.getByRole('button', { name: a.plan }).press('Enter');
  await expect(card.getByRole('status')).toHaveText(a.planned);
  const waits = card.locator('[data-announcement]');
  await expect(waits).toContainText('The hall closes in an hour.');
  await sound(board, 'the board with announcements');
  await waits.getByRole('button', { name: a.withdrawOf('The hall closes in an hour.') }).press('Enter');
  await expect(card.locator('[data-announcement]')).toHaveCount(0);
  await expect(card.locator('[data-given]').first()).toContainText('The hall closes in an hour.');
});

/** The row of a poster whose author just left it: the list is made once a second, and its reader brings it in. */
async function gapOf(board: Visitor, poster: number): Promise<Locator> {
  const row = board.page.locator(`[data-gap="${poster}"]`);
  const update = board.page.locator('[data-update]');
  await expect(async () => {
    if (await update.isVisible()) await update.click();
    await expect(row).toContainText(host.name, { timeout: 1000 });
  }).toPass();
  return row;
}

/** The option of one's own conversation with the organisers. */
async function helpOf(who: Visitor): Promise<string> {
  const option = who.page.getByLabel(words.chat.channels).locator('option[value^="help/"]');
  return (await option.getAttribute('value')) ?? '';
}

test('as CSV, of another session, in the hall', async ({ visitors }) => {
  const board = await (await visitors.arrive('noor')).enter(hall.link(organiser), 'hall');
  await board.button(words.bar.me).click();
  await board.button(words.tabs.coverage).click();
  await expect(board.page.getByRole('heading', { name: w.byTopic('Morning session') })).toBeVisible();
  const download = board.page.waitForEvent('download');
  await board.button(w.csvOf(w.gapsHeading)).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain('booth,id,title,topic,authors,where,waiting,last_here,call');
  expect(text).toContain(`${await number('omd26-A2')},omd26-A2,`);
  await board.page.getByRole('combobox', { name: w.session }).selectOption({ label: 'Evening session' });
  await expect(board.page.getByRole('columnheader', { name: w.nobody })).toBeVisible();
  await expect(board.page.getByRole('heading', { name: w.byTopic('Evening session') })).toBeVisible();
  await sound(board, 'the board');
});

test('on a phone nothing is wider than it', async ({ visitors }) => {
  for (const width of [390, 320]) {
    const board = await visitors.arrive(`noor ${width}`, { viewport: { width, height: 844 }, hasTouch: true, isMobile: true });
    await board.enter(hall.link(organiser), 'list');
    await board.section(words.tabs.mine);
    await board.button(words.tabs.coverage).click();
    await expect(board.page.locator('[data-gap]').first()).toBeVisible();
    expect(await board.page.evaluate(() => document.documentElement.scrollWidth - innerWidth), String(width)).toBeLessThanOrEqual(0);
    await sound(board, 'the board');
    await board.context.close();
  }
});

test('who is no organiser has no such board', async ({ visitors }) => {
  const one = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  await expect(
    one.page.getByRole('navigation', { name: words.tabs.sections }).getByRole('button', {
      name: words.tabs.coverage,
    }),
  ).toHaveCount(0);
});
