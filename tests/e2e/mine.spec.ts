// My own things: cards left and taken back, visited ticks, unvisited near me, the tour there and back, posters like this
// one. In list and hall, by keyboard, on a phone, with axe.

import { readFileSync } from 'node:fs';
import { amara, ingrid, rafael } from './people';
import { sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';
import { within } from './support/within';

const hall = openHall([amara, rafael, ingrid]);
const w = words.mine;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const poster = (id: string): Promise<{ number: number; key: number }> => hall.server.api(`/posters/${id}`);

async function read(who: Visitor, number: number): Promise<void> {
  await who.page.locator(`[data-number="${number}"]`).getByRole('button', { name: words.posters.readNumber(number) }).click();
  await who.is({ poster: String(number) });
}

/** By the page's own session. */
const tell = (who: Visitor, path: string, body: object): Promise<number> =>
  who.page.evaluate(
    async ([address, json]) => (await fetch(address ?? '', { method: 'POST', body: json ?? '', headers: { 'Content-Type': 'application/json' } })).status,
    [`/api/v1${path}`, JSON.stringify(body)],
  );

test('a card is given exactly as shown; its author reads and exports it; it is taken back', async ({ visitors }) => {
  const { number } = await poster('omd26-A1');
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  await read(one, number);
  await one.button(w.leave).click();
  const dialog = one.page.getByRole('dialog', { name: w.cardFor(number) });
  await expect(dialog.getByLabel(w.note)).toBeFocused();
  await one.page.keyboard.type('=We run 200 cameras. Talk?');
  const given = dialog.locator('[data-card]');
  for (const part of [amara.name, amara.affiliation ?? '', amara.email, 'We run 200 cameras. Talk?']) await expect(given).toContainText(part);
  await sound(one, 'my card');
  await one.page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(one.button(w.cardLeft)).toBeVisible();

  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  await author.page.goto(`${hall.server.url}/author/${number}`);
  const cards = author.page.locator('[data-cards]');
  await expect(cards).toContainText('We run 200 cameras. Talk?');
  await expect(cards.getByRole('link', { name: amara.email })).toBeVisible();
  const download = author.page.waitForEvent('download');
  await cards.getByRole('button', { name: w.csvOf }).click();
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv).toContain(`"${amara.name}"`);
  expect(csv, 'nothing a spreadsheet would run').toContain(`"'=We run`);
  await sound(author, 'cards left for an author');

  // Without the address, then not at all.
  await one.button(w.cardLeft).click();
  await dialog.getByText(w.withEmail).click();
  await expect(given).not.toContainText(amara.email);
  await dialog.getByRole('button', { name: w.changeCard }).click();
  await expect(dialog).toBeHidden();
  await one.page.keyboard.press('Escape');
  await one.section(words.tabs.saved);
  const mine = one.page.locator('[data-my-cards]');
  await mine.getByRole('button', { name: w.takeBackFrom(number) }).click();
  await expect(mine.getByText(w.tookBack(number))).toBeVisible();
  await author.page.reload();
  await expect(cards.getByText(w.cardsNone)).toBeVisible();
  // It is for authors: nobody gives a card to themselves.
  await expect(author.button(w.leave)).toHaveCount(0);
});

test('what I visited has a tick, and is not among the unvisited near me; list, hall and phone', async ({ visitors }) => {
  const [a, b] = [await poster('omd26-A2'), await poster('omd26-B1')];
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await one.stand(b.number);
  expect(await tell(one, '/visited', { poster: a.key })).toBe(200);
  await one.page.reload();
  await one.inside();
  const row = one.page.locator(`[data-number="${a.number}"]`);
  await expect(row.locator('[data-visited]')).toContainText(words.posters.visited);
  await expect(one.page.locator(`[data-number="${b.number}"] [data-visited]`)).toHaveCount(0);
  await one.button(words.posters.unvisited).click();
  await expect(row).toHaveCount(0);
  await expect(one.page.locator('[data-number]').first()).toHaveAttribute('data-number', String(b.number));
  await one.button(words.posters.unvisited).click();
  await expect(row).toBeVisible();
  await one.button(words.bar.hall).click();
  await one.inside();
  await one.button(words.posters.unvisited).click();
  await expect(one.page.locator(`li[data-poster="${b.key}"]`)).toBeVisible();
  await expect(one.page.locator(`li[data-poster="${a.key}"]`)).toHaveCount(0);
});

test('a tour through what I saved goes there and back, in list mode and on a phone', async ({ visitors }) => {
  const one = await visitors.arrive('amara', PHONE);
  await one.openLink(hall.link(amara));
  await one.pressEnter();
  const ids = ['omd26-A2', 'omd26-C2', 'omd26-A4'];
  const posters = await Promise.all(ids.map(poster));
  for (const { number } of posters) await one.page.locator(`[data-number="${number}"]`).getByRole('button', { name: words.posters.saveNumber(number) }).click();
  await one.section(words.tabs.mine);
  await within(one, 'mine');
  await sound(one, 'mine, on a phone');
  await one.button(/^Tour my 3 saved/).click();
  const numbers = posters.map((each) => String(each.number));
  const here = async (): Promise<string> => (/\d+/.exec(await one.state('place')) ?? [''])[0];
  await expect.poll(async () => numbers.includes(await here())).toBe(true);
  const first = await here();
  await one.button(/^Next stop/).click();
  await expect.poll(here).not.toBe(first);
  expect(numbers).toContain(await here());
  await one.button(words.posters.tourBack).click();
  await expect.poll(here).toBe(first);
  await one.button(words.posters.tourEnd).click();
  await expect(one.button(words.posters.tourEnd)).toHaveCount(0);
});

test('posters like this one are told with the words they share', async ({ visitors }) => {
  const found = await hall.server.api<{ posters: { key: number; words: string[] }[] }>('/posters/omd26-A1/similar');
  expect(found.posters.length).toBeGreaterThan(0);
  const { number } = await poster('omd26-A1');
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await read(one, number);
  await one.tab(words.poster.about).click();
  const similar = one.page.locator('[data-similar]');
  await expect(similar).toContainText(found.posters[0]?.words[0] ?? '?');
  await sound(one, 'posters like this one');
  await similar.getByRole('link').first().click();
  await expect.poll(() => one.state('poster')).not.toBe(String(number));
});
