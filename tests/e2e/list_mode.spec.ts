// List mode as a screen reader has it (ARIA snapshots), and on a phone.

import { amara, ingrid, leyla, rafael } from './people';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';

const hall = openHall([amara, rafael, leyla, ingrid]);
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const number = async (id: string): Promise<number> => (await hall.server.api<{ number: number }>(`/posters/${id}`)).number;

test('the structure of list mode', async ({ visitors }) => {
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  const booth = await number('omd26-A1');
  await author.stand(booth);
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await one.stand(booth);
  await one.say(booth, 'Does it run without a network?');
  const { page } = one;
  await expect(page.getByRole('banner')).toMatchAriaSnapshot({ name: 'list-bar.aria.yml' });
  await expect(page.getByRole('navigation', { name: words.tabs.sections })).toMatchAriaSnapshot({ name: 'list-sections.aria.yml' });
  await expect(page.getByRole('complementary', { name: words.place.whereYouStand })).toMatchAriaSnapshot({ name: 'list-where.aria.yml' });
  await expect(page.locator(`[data-number="${booth}"]`)).toMatchAriaSnapshot({ name: 'list-poster-here.aria.yml' });
  await expect(page.locator(`[data-number="${await number('omd26-A3')}"]`)).toMatchAriaSnapshot({ name: 'list-poster.aria.yml' });
  await one.section(words.tabs.programme);
  await expect(one.room('Breakout 3')).toMatchAriaSnapshot({ name: 'list-room.aria.yml' });
  await one.section(words.tabs.people);
  await expect(page.getByRole('listitem').filter({ hasText: ingrid.name }).first()).toMatchAriaSnapshot({ name: 'list-person.aria.yml' });
  await one.section(words.tabs.questions);
  await expect(page.getByRole('main')).toMatchAriaSnapshot({ name: 'list-my-questions.aria.yml' });
});

test('headings are in order, and each section has one first heading that takes the focus', async ({ visitors }) => {
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  const { tabs } = words;
  for (const section of [tabs.people, tabs.programme, tabs.chat, tabs.saved, tabs.questions, tabs.posters]) {
    await one.section(section);
    const first = one.page.getByRole('heading', { level: 1 });
    await expect(first).toHaveCount(1);
    await expect(first).toBeFocused();
    const levels = await one.page
      .getByRole('main')
      .getByRole('heading')
      .evaluateAll((all) => all.map((each) => Number(each.tagName.slice(1))));
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0), `${section}: ${levels.join(' ')}`).toBeLessThanOrEqual(1));
  }
});

test('the order of the list never changes under the reader', async ({ visitors }) => {
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  const titles = (): Promise<string[]> => one.page.locator('[data-number]').evaluateAll((all) => all.map((each) => each.getAttribute('data-number') ?? ''));
  const booth = await number('omd26-A1');
  // From a place where this booth is not the nearest, whoever stood where before; its author of before is gone.
  await one.stand(await number('omd26-D2'));
  await expect(one.page.locator(`[data-number="${booth}"]`)).not.toContainText(words.lamp.here);
  await one.page.reload();
  await one.inside();
  const before = await titles();
  expect(before[0]).not.toBe(String(booth));
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  await author.stand(await number('omd26-B3'));
  await expect(one.page.locator(`[data-number="${booth}"]`)).not.toContainText(words.lamp.here);
  await author.stand(booth);
  await expect(one.page.locator(`[data-number="${booth}"]`)).toContainText(words.lamp.here);
  expect(await titles()).toEqual(before);
  const update = one.page.getByRole('button', { name: /update the list/ });
  await update.click();
  await expect(update).toBeHidden();
  expect((await titles())[0]).toBe(String(booth));
});

test('how many have an author is shown as it is, however often it changes', async ({ visitors }) => {
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  const all = await one.page.locator('[data-number]').count();
  const booth = await number('omd26-A1');
  await author.stand(booth);
  await expect(one.page.locator(`[data-number="${booth}"]`)).toContainText(words.lamp.here);
  const here = Number(/\d+/.exec(await one.button(/^Here \d/).innerText())?.[0]);
  // It is said at most every ten seconds, but what is seen is no older than what stands beside it.
  const shows = (count: number): Promise<void> =>
    expect(one.page.locator('p[aria-hidden]').filter({ hasText: words.posters.countLine(count, all) })).toBeVisible({ timeout: 4_000 });
  await shows(here);
  await author.stand(await number('omd26-B3'));
  await shows(here - 1);
  await author.stand(booth);
  await shows(here);
});

test('on a phone: stand, read, talk, and the hall one press away', async ({ visitors }) => {
  const other = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'list');
  const booth = await number('omd26-B1');
  await other.stand(booth);
  const one = await visitors.arrive('amara on a phone', PHONE);
  await one.openLink(hall.link(amara));
  await expect(one.page.getByRole('radio', { name: words.join.list })).toBeChecked();
  await one.pressEnter();
  await one.is({ view: 'list' });
  expect(await one.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await one.stand(booth);
  await expect(one.page.locator('#conversation')).toContainText(words.place.withOne(leyla.name));
  await one.page.locator('#conversation').getByRole('button', { name: words.tabs.talk }).click();
  await one.page.getByRole('textbox', { name: words.say.toBooth(booth) }).fill('From my phone.');
  await one.page.keyboard.press('Enter');
  await expect(other.page.getByRole('log').getByText('From my phone.')).toBeVisible();

  await one.section(words.tabs.posters);
  await one.page.locator(`[data-number="${booth}"]`).getByRole('button', { name: words.posters.readNumber(booth) }).click();
  await one.is({ poster: String(booth) });
  await one.page.locator('[data-sheet]').getByRole('button', { name: words.poster.backToList, exact: true }).click();
  await one.is({ poster: '0' });
  for (const section of [words.tabs.programme, words.tabs.people, words.tabs.mine]) {
    await one.section(section);
    await expect(one.page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await one.page.evaluate(() => document.documentElement.scrollWidth), section).toBeLessThanOrEqual(390);
  }
  await one.button(words.bar.hallView).click();
  await one.is({ view: 'hall' });
  await expect(one.page.locator('[data-hall="ready"]')).toBeVisible();
  await one.standsAt(booth);
});
