// What a company, a browser or its owner may withhold: WebSockets, storage, cookies, the clipboard. It is said in words,
// and the rest works. (WebGL: no_webgl.spec.ts.)

import { amara, leyla, rafael, tomasz } from './people';
import { CompanyProxy } from './support/company_proxy';
import type { Upgrades } from './support/company_proxy';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const hall = openHall([amara, rafael, leyla, tomasz]);
const w = words.connection;
/** What the console says of an upgrade that fails, and of one that is cut. */
const FAILED = /WebSocket connection to|ERR_TUNNEL|ERR_EMPTY_RESPONSE|ERR_CONNECTION/;

const found = { number: 0, title: '' };
test.beforeAll(async () => {
  Object.assign(found, await hall.server.api<{ number: number; title: string }>('/posters/omd26-A1'));
});

/** Resolves when Enter has been pressed, with the time of it. */
async function throughProxy(who: Visitor, link: string): Promise<number> {
  who.forgive(FAILED);
  await who.openLink(link);
  await who.page.getByRole('radio', { name: words.join.list }).check();
  const enter = who.page.getByRole('button', { name: words.join.enter, exact: true });
  const pressed = Date.now();
  await enter.click();
  return pressed;
}

/** What this machine takes from Enter until one is inside where nothing is in the way, in ms: the promise is 5 s beyond that. */
let freely = 0;
test('a proxy that lets upgrades through is no hindrance', { tag: '@seconds' }, async ({ visitors }) => {
  const proxy = await CompanyProxy.open('open');
  const one = await visitors.arrive('rafael', proxy.setting);
  try {
    const pressed = await throughProxy(one, hall.link(rafael));
    await one.inside();
    freely = Date.now() - pressed;
  } finally {
    await one.page.close();
    await proxy.close();
  }
});

for (const upgrades of ['refused', 'stripped', 'hung', 'muted'] as const satisfies readonly Upgrades[]) {
  test(`a proxy by which upgrades are ${upgrades} is found out within 5 s; posters can be read; the hall opens when it lets go`, { tag: '@seconds' }, async ({ visitors }) => {
    const proxy = await CompanyProxy.open(upgrades);
    const one = await visitors.arrive('amara', proxy.setting);
    try {
      const pressed = await throughProxy(one, hall.link(amara));
      await expect(one.page.getByRole('heading', { name: w.blocked })).toBeVisible({ timeout: Math.max(1, pressed + 5000 + freely - Date.now()) });
      await expect(one.page.getByRole('alert')).toHaveText(w.blockedHow);
      await one.page.getByRole('searchbox').fill(String(found.number));
      const poster = one.page.locator('[data-meanwhile]').filter({ hasText: found.title });
      await poster.locator('summary').click();
      await expect(poster.locator('.pre')).toBeVisible();
      expect(proxy.tried).toBeGreaterThan(0);
      proxy.upgrades = 'open';
      await one.inside();
      await expect(one.page.locator(`[data-number="${found.number}"]`).first()).toBeVisible();
    } finally {
      await one.page.close();
      await proxy.close();
    }
  });
}

test('a proxy that begins to block while I am in: the banner says so, what is here stays readable', async ({ visitors }) => {
  const proxy = await CompanyProxy.open('open');
  const one = await visitors.arrive('rafael', proxy.setting);
  try {
    await throughProxy(one, hall.link(rafael));
    await one.inside();
    proxy.upgrades = 'refused';
    proxy.cut();
    await expect(one.page.getByRole('alert').getByText(w.blocked)).toBeVisible();
    await one.page.locator(`[data-number="${found.number}"]`).getByRole('button', { name: words.posters.readNumber(found.number) }).click();
    await one.is({ poster: String(found.number) });
    proxy.upgrades = 'open';
    await one.inside();
    await expect(one.page.getByText(w.blocked)).toBeHidden();
  } finally {
    await one.page.close();
    await proxy.close();
  }
});

test('a browser that keeps nothing: it says so, and what is chosen holds for the visit', async ({ visitors }) => {
  const one = await visitors.arrive('leyla');
  await one.context.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    for (const store of ['localStorage', 'sessionStorage']) Object.defineProperty(globalThis, store, { get: refuse });
  });
  await one.enter(hall.link(leyla), 'list');
  await one.is({ view: 'list' });
  await one.stand(found.number);
  await one.button(words.bar.me).click();
  const dialog = one.page.getByRole('dialog');
  await expect(dialog.locator('[data-forgets]')).toContainText(words.status.forgets);
  await dialog.getByLabel(words.status.theme).selectOption('dark');
  await expect(one.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await one.page.keyboard.press('Escape');
  await one.say(found.number, 'Nothing is kept, everything works.');
  await one.page.reload();
  await one.inside();
  await one.standsAt(found.number);
});

test('a browser that refuses cookies is told before Enter', async ({ visitors }) => {
  const one = await visitors.arrive('tomasz');
  await one.context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get: () => false }));
  await one.openLink(hall.link(tomasz));
  await expect(one.page.getByRole('alert')).toContainText(words.join.noCookies);
});

test('a poster’s address is copied, or selected where pages may not copy', async ({ visitors }) => {
  const address = `${hall.server.url}/p/${found.number}`;
  const one = await visitors.arrive('amara', { permissions: ['clipboard-read', 'clipboard-write'] });
  await one.enter(hall.link(amara), 'list');
  await one.page.locator(`[data-number="${found.number}"]`).getByRole('button', { name: words.posters.readNumber(found.number) }).click();
  const about = async (): Promise<void> => {
    await one.is({ poster: String(found.number) });
    await one.tab(words.poster.about).click();
    await one.button(words.poster.copy).click();
  };
  await about();
  await expect(one.page.getByText(words.poster.copied, { exact: true })).toBeVisible();
  expect(await one.page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  await one.context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }));
  await one.page.reload();
  await one.inside();
  await about();
  await expect(one.page.getByText(words.poster.copyYourself)).toBeVisible();
  expect(await one.page.evaluate(() => getSelection()?.toString())).toBe(address);
});
