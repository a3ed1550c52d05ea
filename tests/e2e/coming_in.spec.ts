// Coming in: what a personal link and a poster's address do, and what they never do.

import { amara, leyla, rafael, tomasz } from './people';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';

const hall = openHall([amara, tomasz, rafael, leyla]);
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

interface ApiPoster {
  readonly number: number;
  readonly title: string;
}
const poster = (id: string): Promise<ApiPoster> => hall.server.api<ApiPoster>(`/posters/${id}`);
const peopleHere = async (): Promise<number> => (await hall.server.api<{ peopleHere: number }>('/counts')).peopleHere;

test('the token leaves the address bar, the name comes from the invitation, nothing asks for a permission', async ({ visitors }) => {
  const one = await visitors.arrive('amara');
  await one.openLink(hall.link(amara));
  expect(one.page.url()).toBe(`${hall.server.url}/join`);
  await expect(one.page.getByRole('textbox', { name: words.join.nameLabel })).toHaveValue(amara.name);
  await expect(one.page.getByRole('textbox', { name: words.join.affiliation })).toHaveValue(amara.affiliation ?? '');
  await expect(one.page.getByText(words.join.notYou('Amara')).first()).toBeVisible();
  await one.pressEnter();
  expect(one.page.url()).toBe(`${hall.server.url}/`);
  const token = hall.link(amara).split('#')[1] ?? '';
  expect(token.length).toBeGreaterThanOrEqual(22);
  const kept = await one.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
  expect(kept).not.toContain(token);
});

test('GET and HEAD of a link change nothing', async ({ visitors }) => {
  const link = hall.link(tomasz);
  await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'list');
  await expect.poll(peopleHere).toBe(1); // the guests of the test before have gone
  for (const method of ['GET', 'HEAD', 'GET']) {
    const answer = await fetch(link.replace('#', '?scanner=1#'), { method });
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  const looking = await visitors.arrive('scanner');
  await looking.openLink(link);
  await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  await expect.poll(peopleHere).not.toBe(1); // counted anew
  expect(await peopleHere()).toBe(2);
  expect(await looking.context.cookies()).toEqual([]);
  const fresh = await (await visitors.arrive('tomasz')).enter(link, 'list');
  await fresh.is({ view: 'list' });
});

test('a link works again in the same browser and says what a worn one is', async ({ visitors }) => {
  const one = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'list');
  await one.openLink(hall.link(leyla));
  await one.pressEnter();
  await one.is({ view: 'list', connected: 'live' });
  await one.page.goto(`${hall.server.url}/join#AAAAAAAAAAAAAAAAAAAAAAAAAAAA`);
  await expect(one.page.locator('[data-join="refused"]')).toBeVisible();
  await expect(one.page.getByText(words.join.badLink)).toBeVisible();
  await one.page.goto(`${hall.server.url}/`);
  await one.inside();
});

test('the cookie is for this host only and no script reads it', async ({ visitors }) => {
  const one = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'list');
  const [cookie, ...more] = await one.context.cookies();
  expect(more).toEqual([]);
  expect(cookie).toMatchObject({ httpOnly: true, path: '/', sameSite: 'Strict', domain: '127.0.0.1' });
  expect(await one.page.evaluate(() => document.cookie)).toBe('');
});

for (const [where, options] of [['a desk', {}], ['a phone', PHONE]] as const) {
  test(`a poster's address without a session, on ${where}: the poster, then the link lands on it`, async ({ visitors }) => {
    const person = where === 'a desk' ? rafael : tomasz;
    const { number, title } = await poster('omd26-B1');
    const one = await visitors.arrive(person.name, options);
    await one.page.goto(`${hall.server.url}/p/${number}`);
    await expect(one.page.getByRole('heading', { name: title })).toBeVisible();
    await expect(one.page.getByText(String(number), { exact: true }).first()).toBeVisible();
    await expect(one.page.getByRole('heading', { name: words.landing.openYourLink })).toBeVisible();
    await one.openLink(hall.link(person));
    await one.pressEnter();
    await one.is({ poster: String(number), place: 'none' });
    await expect(one.page.getByRole('heading', { name: title }).first()).toBeVisible();
    await expect(one.button(words.poster.stand).first()).toBeVisible();
  });
}

test('a poster\'s address inside the event opens it by any of its names and moves nobody', async ({ visitors }) => {
  const one = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'hall');
  const { number } = await poster('omd26-A1');
  const tile = await one.state('tile');
  for (const name of [String(number), 'A1', 'omd26-A1']) {
    await one.page.goto(`${hall.server.url}/p/${name}`);
    await one.inside();
    await one.is({ poster: String(number), tile });
  }
  await one.page.goto(`${hall.server.url}/p/99999`);
  await one.inside();
  await expect(one.page.getByText(words.notice.noSuchPoster('99999')).first()).toBeVisible();
  await one.page.goto(`${hall.server.url}/p/${number}`);
  await one.inside();
  await one.button(words.poster.stand).first().click();
  await one.standsAt(number);
});

test('the page carries a strict policy', async ({ page }) => {
  const answer = await page.goto(`${hall.server.url}/`);
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain('require-trusted-types-for');
  expect(answer?.headers()['x-content-type-options']).toBe('nosniff');
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer');
});
