// The connection: two windows of one person, two devices, a server that dies. Run with one shard and with two.

import { amara, ingrid, leyla, rafael, tomasz } from './people';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';

const hall = openHall([amara, tomasz, rafael, leyla, ingrid]);
const w = words.connection;

const number = async (id: string): Promise<number> => (await hall.server.api<{ number: number }>(`/posters/${id}`)).number;

test('the same link in two windows: the newest moves the avatar, the other is told and may take it back', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  const first = one.page;
  const second = await one.context.newPage();
  await second.goto(`${hall.server.url}/`);
  await expect(second.locator('body')).toHaveAttribute('data-connected', 'live');
  await expect(first.getByText(words.elsewhere.otherTab)).toBeVisible();
  await expect(second.getByText(words.elsewhere.otherTab)).toBeHidden();
  const visitor = await first.locator('body').getAttribute('data-visitor');
  await expect(second.locator('body')).toHaveAttribute('data-visitor', visitor ?? '');
  await first.getByRole('button', { name: words.elsewhere.takeControl }).click();
  await expect(first.getByText(words.elsewhere.otherTab)).toBeHidden();
  await expect(second.getByText(words.elsewhere.otherTab)).toBeVisible();
});

test('another device is asked first, and the older one is told', async ({ visitors }) => {
  const desk = await (await visitors.arrive('tomasz at a desk')).enter(hall.link(tomasz), 'list');
  const booth = await number('omd26-C1');
  await desk.stand(booth);
  const laptop = await visitors.arrive('tomasz on a laptop');
  await laptop.openLink(hall.link(tomasz));
  await laptop.page.getByRole('radio', { name: words.join.list }).check();
  await laptop.page.getByRole('button', { name: words.join.enter, exact: true }).click();
  await expect(laptop.page.getByText(words.join.elsewhere)).toBeVisible();
  await desk.is({ connected: 'live' });
  await laptop.button(words.join.enterHere).click();
  await laptop.inside();
  await laptop.standsAt(booth);
  await expect(desk.page.getByText(words.elsewhere.otherDevice)).toBeVisible();
  await expect(desk.page.getByText(words.elsewhere.notYou)).toBeVisible();
});

/** What a page says while its server is away. */
const AWAY = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket connection to/;

test('the server is killed: everybody comes back by themselves, stands where they stood, nothing is lost or doubled', async ({ visitors }) => {
  const booth = await number('omd26-D1');
  const one = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'hall');
  const list = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  for (const each of [one, list]) each.forgive(AWAY);
  await one.goTo(booth);
  await list.stand(booth);
  await one.is({ members: '2' });
  await one.chat('hall');
  await one.write(words.chat.toEveryone, 'Before the fall.');
  await expect(one.page.getByText('Before the fall.')).toBeVisible();
  await expect(one.page.locator('[data-state="pending"]')).toHaveCount(0);
  const tiles = [await one.state('tile'), await list.state('tile')];

  await hall.server.kill();
  for (const each of [one, list]) {
    await expect(each.page.getByRole('alert').getByText(w.lostAt(booth))).toBeVisible();
    await each.standsAt(booth);
  }
  await one.write(words.chat.toEveryone, 'Written while it was away.');
  await expect(one.page.getByText('Written while it was away.')).toBeVisible();
  await hall.server.start();

  for (const each of [one, list]) {
    await each.inside();
    await expect(each.page.getByText(w.lostAt(booth))).toBeHidden();
    await each.standsAt(booth);
    await each.is({ members: '2' });
  }
  expect([await one.state('tile'), await list.state('tile')]).toEqual(tiles);
  await expect(one.page.locator('[data-state="pending"], [data-state="failed"]')).toHaveCount(0, { timeout: 30_000 });
  await list.chat('hall');
  for (const each of [one, list])
    for (const text of ['Before the fall.', 'Written while it was away.']) await expect(each.page.getByRole('log').getByText(text)).toHaveCount(1);
});
