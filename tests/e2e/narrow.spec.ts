// 320 CSS pixels wide (a small phone, or 400 % zoom at 1280), forced colours: nothing is cut off, nothing scrolls sideways.

import { amara, ingrid, leyla, moderator, rafael, tomasz } from './people';
import { edged } from './support/sound';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';
import { within } from './support/within';

const hall = openHall([amara, rafael, ingrid, leyla, tomasz, moderator]);
const NARROW = { viewport: { width: 320, height: 640 } };

test('320 pixels: the join page, every section, the poster, search, dialogs and the hall fit', async ({ visitors }) => {
  const { number } = await hall.server.api<{ number: number }>('/posters/omd26-A1');
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  await author.stand(number);
  const one = await visitors.arrive('amara', NARROW);
  await one.page.goto(`${hall.server.url}/p/${number}`);
  await expect(one.page.locator('article')).toBeVisible();
  await within(one, 'a poster without a session');
  await one.openLink(hall.link(amara));
  await within(one, 'join');
  await one.button(words.common.change).click();
  for (const tab of [words.join.skin, words.join.hair, words.join.top, words.join.extras]) {
    await one.tab(tab).click();
    await within(one, `join, ${tab}`);
  }
  await one.pressEnter();
  // The link of the poster is where this began.
  await one.is({ poster: String(number) });
  await one.page.keyboard.press('Escape');
  await one.is({ poster: '0' });
  await one.stand(number);
  await author.say(number, 'A word-without-any-place-to-break-it-in-the-middle-of-a-sentence-that-goes-on');
  const { tabs } = words;
  for (const section of [tabs.posters, tabs.talk, tabs.programme, tabs.people, tabs.mine]) {
    await one.section(section);
    await expect(one.page.getByRole('heading', { level: 1 })).toBeVisible();
    await within(one, section);
  }
  await one.page.keyboard.press('Control+k');
  await one.page.getByRole('combobox', { name: words.search.field }).fill('open');
  await expect(one.page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await within(one, 'search');
  await one.page.keyboard.press('Escape');
  for (const open of ['?', 'g']) {
    await one.page.keyboard.press(open);
    await expect(one.page.getByRole('dialog')).toBeVisible();
    await within(one, `dialog ${open}`);
    await one.page.keyboard.press('Escape');
  }
  await one.button(words.bar.me).click();
  await expect(one.page.getByRole('dialog')).toBeVisible();
  await within(one, 'status');
  await one.page.keyboard.press('Escape');
  await one.section(tabs.posters);
  await one.page.locator(`[data-number="${number}"]`).getByRole('button', { name: words.posters.readNumber(number) }).click();
  await one.is({ poster: String(number) });
  for (const tab of [/^Here/, /^Questions/, words.poster.about]) {
    await one.tab(tab).click();
    await within(one, `poster, ${String(tab)}`);
  }
  await one.page.keyboard.press('Escape');
  await one.is({ poster: '0' });
  await one.button(words.bar.hallView).click();
  await one.inside();
  await within(one, 'hall');
});

test('forced colours: everything one presses has an edge, and the focus is seen', async ({ visitors }) => {
  const one = await visitors.arrive('rafael', { forcedColors: 'active' });
  await one.openLink(hall.link(rafael));
  const ring = async (screen: string): Promise<void> => {
    await one.page.keyboard.press('Tab');
    const outline = await one.page.evaluate(() => {
      const style = getComputedStyle(document.activeElement?.closest('.inp, label') ?? document.body);
      const own = getComputedStyle(document.activeElement ?? document.body);
      return Math.max(...[style, own].map((each) => (each.outlineStyle === 'none' ? 0 : parseFloat(each.outlineWidth))));
    });
    expect.soft(outline, `${screen}: the focus ring`).toBeGreaterThanOrEqual(2);
  };
  await edged(one, 'join');
  await ring('join');
  await one.pressEnter();
  await one.is({ view: 'hall' });
  await edged(one, 'hall');
  await one.page.keyboard.press('Control+k');
  await one.page.getByRole('combobox', { name: words.search.field }).fill('open');
  await expect(one.page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await edged(one, 'search');
  const chosen = await one.page.evaluate(() => {
    const row = document.querySelector('.hit.chosen');
    return row ? getComputedStyle(row).outlineStyle !== 'none' || getComputedStyle(row).backgroundColor !== getComputedStyle(document.querySelector('.hit:not(.chosen)') ?? row).backgroundColor : false;
  });
  expect.soft(chosen, 'the chosen hit is told apart').toBe(true);
  await one.page.keyboard.press('Escape');
  await one.page.getByRole('group', { name: words.bar.view }).getByRole('button', { name: words.bar.list }).click();
  await one.is({ view: 'list' });
  await edged(one, 'list');
  await ring('list');
});

test('320 pixels: a person, a report, the moderators’ list, a measure, help and the closed door fit', async ({ visitors }) => {
  const { order, desk, tabs, people } = words;
  const seun = await visitors.arrive('seun', NARROW);
  await seun.openLink(hall.link(moderator));
  await seun.pressEnter();
  const one = await visitors.arrive('leyla', NARROW);
  await one.openLink(hall.link(leyla));
  await one.pressEnter();
  const other = await (await visitors.arrive('tomasz')).enter(hall.link(tomasz), 'list');
  await one.section(tabs.people);
  const row = one.page.getByRole('listitem').filter({ hasText: tomasz.name });
  await row.getByRole('button', { name: people.moreActions(tomasz.name) }).click();
  await within(one, 'a person');
  await row.getByRole('button', { name: order.reportName(tomasz.name) }).click();
  await one.page.getByRole('dialog').getByLabel(order.what).fill(`${'Offering-lamps-in-one-long-word-'.repeat(8)} and more.`);
  await within(one, 'report');
  await one.page.getByRole('dialog').getByRole('button', { name: order.sendReport }).click();
  await expect(one.page.getByRole('dialog')).toContainText(order.reported);
  await within(one, 'reported');
  await one.page.keyboard.press('Escape');
  await one.page.keyboard.press('?');
  await one.page.getByRole('dialog').getByRole('button', { name: desk.toOrganisers }).click();
  await one.write(desk.toOrganisers, 'Long-word-without-any-place-to-break-it-in-the-middle-of-help');
  await within(one, 'help');

  await seun.section(tabs.mine);
  await seun.page.getByRole('button', { name: new RegExp(`^${tabs.reports}`) }).click();
  const report = seun.page.locator('[data-report]');
  await expect(report).toContainText('Offering-lamps');
  await within(seun, 'reports');
  await report.getByRole('button', { name: order.kindName(order.kinds[4] ?? '', tomasz.name) }).click();
  const measure = seun.page.getByRole('dialog');
  await expect(measure.getByRole('textbox', { name: order.why })).toBeVisible();
  await within(seun, 'a measure');
  await measure.getByRole('textbox', { name: order.why }).fill(`${'Advertising-in-one-long-word-'.repeat(8)} and more.`);
  await measure.getByRole('button', { name: order.kinds[4] ?? '', exact: true }).click();
  await expect(measure).toBeHidden();
  await within(seun, 'reports and a ban');
  await other.page.setViewportSize(NARROW.viewport);
  await expect(other.page.locator('[data-door="banned"]')).toContainText('Advertising-in');
  await within(other, 'the closed door');
});
