// axe on every screen in both themes, targets, and reduced motion.

import { amara, ingrid, leyla, moderator, organiser, rafael, tomasz } from './people';
import { largeEnough, sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';

const hall = openHall([amara, tomasz, rafael, leyla, ingrid, organiser, moderator]);
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const number = async (id: string): Promise<number> => (await hall.server.api<{ number: number }>(`/posters/${id}`)).number;

test.setTimeout(240_000);

test('before the hall', async ({ visitors }) => {
  const one = await visitors.arrive('amara');
  await one.page.goto(`${hall.server.url}/`);
  await expect(one.page.getByRole('heading', { name: words.landing.openYourLink })).toBeVisible();
  await sound(one, 'landing');
  await one.page.goto(`${hall.server.url}/p/${await number('omd26-A1')}`);
  await expect(one.page.locator('article')).toBeVisible();
  await sound(one, 'a poster without a session');
  await one.openLink(hall.link(amara));
  await sound(one, 'join');
  for (const tab of [words.join.skin, words.join.top, words.join.extras]) {
    await one.tab(tab).click();
    await sound(one, `join, ${tab}`);
  }
  await one.page.goto(`${hall.server.url}/join#AAAAAAAAAAAAAAAAAAAAAAAAAAAA`);
  await expect(one.page.locator('[data-join="refused"]')).toBeVisible();
  await sound(one, 'a worn link');
});

test('the hall', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  const booth = await number('omd26-A1');
  await author.stand(booth);
  await one.goTo(booth);
  await author.say(booth, 'The alarm fires first.');
  const { tabs } = words;
  for (const section of [tabs.people, tabs.programme, tabs.chat, tabs.posters]) {
    await one.section(section);
    await sound(one, `hall, ${section}`);
    await largeEnough(one, 24, `hall, ${section}`);
  }
  for (const channel of ['hall', 'announce']) {
    await one.chat(channel);
    await sound(one, `hall, ${channel}`);
  }
  await one.button(words.dock.emote).click();
  await sound(one, 'emotes');
  await one.page.keyboard.press('Escape');
});

test('the list', async ({ visitors }) => {
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  const booth = await number('omd26-B1');
  await one.stand(booth);
  await one.say(booth, 'Nobody here yet.');
  const { tabs } = words;
  for (const section of [tabs.people, tabs.programme, tabs.chat, tabs.saved, tabs.questions, tabs.posters]) {
    await one.section(section);
    await expect(one.page.getByRole('heading', { level: 1 })).toHaveCount(1); // loaded
    await sound(one, `list, ${section}`);
    await largeEnough(one, 24, `list, ${section}`);
  }
});

test('dialogs and the poster', async ({ visitors }) => {
  const one = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'list');
  const booth = await number('omd26-A2');
  await one.stand(booth);
  for (const [key, screen] of [['Control+k', 'search, empty'], ['?', 'keys'], ['g', 'go']] as const) {
    await one.page.keyboard.press(key);
    await expect(one.page.getByRole('dialog')).toBeVisible();
    await sound(one, screen);
    await one.page.keyboard.press('Escape');
    await expect(one.page.getByRole('dialog')).toHaveCount(0);
  }
  await one.page.keyboard.press('Control+k');
  await one.page.keyboard.type('open');
  await expect(one.page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await sound(one, 'search, found');
  await one.page.keyboard.press('Escape');
  await one.button(words.bar.me).click();
  await sound(one, 'status');
  await largeEnough(one, 24, 'status');
  await one.page.keyboard.press('Escape');
  await one.page.keyboard.press('r');
  await one.is({ poster: String(booth) });
  for (const tab of [/^Here/, /^Questions/, words.poster.about]) {
    await one.tab(tab).click();
    await sound(one, `poster, ${String(tab)}`);
  }
});

test('a phone', async ({ visitors }) => {
  const one = await visitors.arrive('tomasz', PHONE);
  await one.openLink(hall.link(tomasz));
  await sound(one, 'phone, join');
  await one.pressEnter();
  const booth = await number('omd26-A1');
  await one.stand(booth);
  const { tabs } = words;
  for (const section of [tabs.talk, tabs.programme, tabs.people, tabs.mine, tabs.posters]) {
    await one.section(section);
    await expect(one.page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await sound(one, `phone, ${section}`);
    await largeEnough(one, 40, `phone, ${section}`);
  }
  await one.page.locator(`[data-number="${booth}"]`).getByRole('button', { name: words.posters.readNumber(booth) }).click();
  await one.is({ poster: String(booth) });
  await sound(one, 'phone, poster');
});

test('keeping order', async ({ visitors }) => {
  const { order } = words;
  const seun = await (await visitors.arrive('seun')).enter(hall.link(moderator), 'list');
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  const other = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'list');
  const booth = await number('omd26-A2');
  await one.stand(booth);
  await other.stand(booth);
  await other.say(booth, 'Buy my lamps.');
  const dialog = one.page.getByRole('dialog');
  const more = one.page.locator(`[data-member]`).getByRole('button', { name: words.chat.moreFor(leyla.name) });
  await more.click();
  await expect(dialog.getByRole('button', { name: order.blockName(leyla.name) })).toBeVisible();
  await sound(one, 'a person');
  await largeEnough(one, 24, 'a person');
  await dialog.getByRole('button', { name: order.blockName(leyla.name) }).click();
  await expect(dialog).toContainText(order.blockHow(leyla.name));
  await sound(one, 'block');
  await one.page.keyboard.press('Escape');
  await more.click();
  await dialog.getByRole('button', { name: order.reportName(leyla.name) }).click();
  await dialog.getByLabel(order.what).fill('Selling lamps.');
  await sound(one, 'report');
  await dialog.getByRole('button', { name: order.sendReport }).click();
  await expect(dialog).toContainText(order.reported);
  await sound(one, 'reported');
  await one.page.keyboard.press('Escape');
  await seun.section(words.tabs.reports);
  const report = seun.page.locator('[data-report]');
  await expect(report).toContainText('Buy my lamps.');
  await sound(seun, 'reports');
  await largeEnough(seun, 24, 'reports');
  await report.getByRole('button', { name: order.kindName(order.kinds[2] ?? '', leyla.name) }).click();
  const measure = seun.page.getByRole('dialog');
  await measure.getByRole('button', { name: order.kinds[2] ?? '', exact: true }).click();
  await expect(measure).toContainText(order.whyMissing);
  await sound(seun, 'a measure');
  await largeEnough(seun, 24, 'a measure');
  await measure.getByRole('textbox', { name: order.why }).fill('advertising');
  await measure.getByRole('button', { name: order.kinds[2] ?? '', exact: true }).click();
  await expect(other.page.locator('[data-measure]')).toBeVisible();
  await sound(other, 'muted');
  await expect(seun.page.locator('[data-measure]')).toBeVisible();
  await sound(seun, 'in force');
  await seun.button(words.bar.hall).click();
  await seun.inside();
  await sound(seun, 'reports beside the hall');
  await report.waitFor({ state: 'detached' });
  await seun.section(words.tabs.people);
  const row = seun.page.getByRole('listitem').filter({ hasText: leyla.name });
  await row.getByRole('button', { name: words.people.moreActions(leyla.name) }).click();
  await sound(seun, 'people, more');
  await row.getByRole('button', { name: order.kindName(order.kinds[4] ?? '', leyla.name) }).click();
  await measure.getByRole('textbox', { name: order.why }).fill('advertising');
  await measure.getByRole('button', { name: order.kinds[4] ?? '', exact: true }).click();
  await expect(other.page.locator('[data-door="banned"]')).toBeVisible();
  await sound(other, 'banned');
  await other.openLink(hall.link(leyla));
  await other.button(/^Enter/).click();
  await expect(other.page.getByRole('alert')).toContainText(words.measure.reason('advertising'));
  await sound(other, 'refused at the door');
  await seun.section(words.tabs.reports);
  await seun.page.locator('[data-measure]').filter({ hasText: order.kinds[4] ?? '' }).getByRole('button').click();
  await expect(seun.page.locator('[data-measure]').filter({ hasText: order.kinds[4] ?? '' })).toHaveCount(0);
});

test('keeping order on a phone', async ({ visitors }) => {
  const seun = await visitors.arrive('seun', PHONE);
  await seun.openLink(hall.link(moderator));
  await seun.pressEnter();
  await seun.section(words.tabs.mine);
  await seun.button(new RegExp(`^${words.tabs.reports}`)).click();
  await expect(seun.page.getByRole('heading', { name: words.tabs.reports, level: 1 })).toBeVisible();
  await sound(seun, 'phone, reports');
  await largeEnough(seun, 40, 'phone, reports');
  expect(await seun.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('an announcement and a lost connection', async ({ visitors }) => {
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  const noor = await (await visitors.arrive('noor')).enter(hall.link(organiser), 'list');
  await noor.chat('announce');
  await noor.write(words.chat.toAnnounce, 'Lunch is at one.');
  await expect(one.page.getByRole('status').getByText('Lunch is at one.')).toBeVisible();
  await sound(one, 'announcement');
  for (const each of [one, noor]) each.forgive(/ERR_CONNECTION|ERR_EMPTY|WebSocket connection to/);
  await hall.server.kill();
  await expect(one.page.getByRole('alert')).toBeVisible();
  await sound(one, 'connection lost');
  await hall.server.start();
  await one.inside();
});

test('reduced motion: nothing is animated, and Go sets me down at once', async ({ visitors }) => {
  const one = await visitors.arrive('amara', { reducedMotion: 'reduce' });
  await one.enter(hall.link(amara), 'hall');
  const booth = await number('omd26-A1');
  await one.goTo(booth);
  expect((await one.moment()).path ?? []).toEqual([]);
  await one.page.keyboard.press('Control+k');
  await expect(one.page.getByRole('dialog')).toBeVisible();
  const moving = await one.page.evaluate(() => document.getAnimations().filter((each) => Number(each.effect?.getComputedTiming().duration ?? 0) > 1).length);
  expect(moving).toBe(0);
});
