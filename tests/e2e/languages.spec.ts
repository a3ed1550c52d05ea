// German and Japanese: the browser's or chosen by hand, on every screen: no English left, nothing cut off at 320 pixels,
// axe has nothing to say, days and numbers as the language writes them.

import AxeBuilder from '@axe-core/playwright';
import { amara, ingrid, leyla, rafael, tomasz } from './people';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { within } from './support/within';
import { texts, words as english, wordsOf } from './support/words';

const hall = openHall([amara, rafael, leyla, ingrid, tomasz]);
const NARROW = { width: 320, height: 640 };

const number = async (id: string): Promise<number> => (await hall.server.api<{ number: number }>(`/posters/${id}`)).number;

/** What English says on any screen and this language says otherwise; short words may be part of a name. */
function onlyEnglish(who: Visitor): readonly string[] {
  const said = texts(who.words).join('\n');
  return texts(english).filter((text) => text.length > 5 && !said.includes(text) && !/^(Morning|Breakout|Poster)/.test(text));
}

/** No English is left, the page says its language, axe finds nothing. */
async function spoken(who: Visitor, screen: string, code: string): Promise<void> {
  await expect(who.page.locator('html')).toHaveAttribute('lang', code);
  const seen = await who.page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].filter((each) => each.checkVisibility());
    return [document.body.innerText, ...named.flatMap((each) => ['aria-label', 'title', 'placeholder'].map((name) => each.getAttribute(name) ?? ''))].join('\n');
  });
  // The event's own words are English: titles, the programme, the names of rooms.
  const lines = seen.split('\n').map((line) => line.trim());
  expect.soft(onlyEnglish(who).filter((text) => lines.includes(text)), `${screen}: still English`).toEqual([]);
  const { violations } = await new AxeBuilder({ page: who.page }).analyze();
  const found = violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
  expect.soft(found, `${screen}: axe`).toEqual([]);
}

test.setTimeout(240_000);

for (const [code, locale] of [['de', 'de-DE'], ['ja', 'ja-JP']] as const) {
  test(`${code}: joining, the list, talking, dialogs and the hall`, async ({ visitors }) => {
    const w = wordsOf(code);
    const booth = await number('omd26-A1');
    const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
    await author.stand(booth);
    const one = await visitors.arrive(`leyla-${code}`, { locale });
    await one.page.goto(`${hall.server.url}/p/${booth}`);
    await expect(one.page.getByRole('heading', { name: w.landing.openYourLink })).toBeVisible();
    await spoken(one, 'landing', code);
    await one.openLink(hall.link(leyla));
    const days = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
    const { event } = await hall.server.api<{ event: { days: string[] } }>('/event');
    const day = days.format(Date.parse(`${event.days[0]}T12:00:00Z`));
    await expect(one.page.getByRole('complementary')).toContainText(day);
    await spoken(one, 'join', code);
    await one.enter(hall.link(leyla), 'list');
    await one.page.keyboard.press('Escape');
    await one.is({ poster: '0' });
    await one.stand(booth);
    await expect(one.page.locator('#where')).toHaveText(w.place.youStandAt(booth));
    // Heard by who speaks another language, as it was said.
    const line = code === 'de' ? 'Grüße aus der Halle: schön hier.' : 'はじめまして、質問があります。';
    await one.say(booth, line);
    await expect(author.page.getByRole('log').getByText(line)).toBeVisible();
    await author.say(booth, 'Welcome to the poster.');
    await expect(one.page.getByRole('log').getByText('Welcome to the poster.')).toBeVisible();
    for (const section of [w.tabs.people, w.tabs.programme, w.tabs.chat, w.tabs.saved, w.tabs.questions, w.tabs.posters]) {
      await one.section(section);
      await expect(one.page.getByRole('heading', { level: 1 })).toBeVisible();
      if (section === w.tabs.programme) await expect(one.page.getByRole('heading', { name: day })).toBeVisible();
      await spoken(one, section, code);
    }
    for (const key of ['Control+k', '?', 'g']) {
      await one.page.keyboard.press(key);
      await expect(one.page.getByRole('dialog')).toBeVisible();
      await spoken(one, `dialog ${key}`, code);
      await one.page.keyboard.press('Escape');
      await expect(one.page.getByRole('dialog')).toHaveCount(0);
    }
    await one.page.keyboard.press('r');
    await one.is({ poster: String(booth) });
    await spoken(one, 'poster', code);
    await one.page.keyboard.press('Escape');
    await one.is({ poster: '0' });
    await one.page.getByRole('group', { name: w.bar.view }).getByRole('button', { name: w.bar.hall }).click();
    await one.inside();
    await spoken(one, 'hall', code);
  });

  test(`${code}: a phone 320 pixels wide`, async ({ visitors }) => {
    const w = wordsOf(code);
    const booth = await number('omd26-A1');
    const one = await visitors.arrive(`tomasz-${code}`, { locale, viewport: NARROW });
    await one.page.goto(`${hall.server.url}/p/${booth}`);
    await expect(one.page.locator('article')).toBeVisible();
    await within(one, 'landing');
    await one.openLink(hall.link(tomasz));
    await one.button(w.common.change).click();
    for (const tab of [w.join.skin, w.join.hair, w.join.top, w.join.extras]) {
      await one.tab(tab).click();
      await within(one, `join, ${tab}`);
    }
    await spoken(one, 'join', code);
    await one.pressEnter();
    await one.page.keyboard.press('Escape');
    await one.is({ poster: '0' });
    await one.stand(booth);
    for (const section of [w.tabs.talk, w.tabs.programme, w.tabs.people, w.tabs.mine, w.tabs.posters]) {
      await one.section(section);
      await expect(one.page.getByRole('heading', { level: 1 })).toBeVisible();
      await within(one, section);
      await spoken(one, section, code);
    }
    await one.page.locator(`[data-number="${booth}"]`).getByRole('button', { name: w.posters.readNumber(booth) }).click();
    await one.is({ poster: String(booth) });
    for (const tab of await one.page.locator('[data-sheet]').getByRole('tab').all()) {
      await tab.click();
      await within(one, `poster, ${await tab.innerText()}`);
    }
    await spoken(one, 'poster', code);
    await one.page.keyboard.press('Escape');
    await one.button(w.bar.me).click();
    await expect(one.page.getByRole('dialog')).toBeVisible();
    await within(one, 'status');
    await spoken(one, 'status', code);
    await one.page.keyboard.press('Escape');
    await one.button(w.bar.hallView).click();
    await one.inside();
    await within(one, 'hall');
  });
}

test('chosen by hand at the door and in Status: nothing is lost, and it stays chosen', async ({ visitors }) => {
  const booth = await number('omd26-A2');
  const one = await visitors.arrive('amara');
  await one.openLink(hall.link(amara));
  const choice = one.page.getByRole('combobox', { name: english.common.language });
  await expect(choice.getByRole('option')).toHaveText(['English', 'Deutsch', '日本語']);
  await one.page.getByRole('textbox', { name: english.join.shortName }).fill('Ama');
  await one.page.getByRole('radio', { name: english.join.list }).check();
  await choice.selectOption('de');
  one.words = wordsOf('de');
  const { words } = one;
  await expect(one.page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(one.page.getByRole('combobox', { name: words.common.language })).toBeFocused();
  await expect(one.page.getByRole('textbox', { name: words.join.shortName })).toHaveValue('Ama');
  await expect(one.page.getByRole('radio', { name: words.join.list })).toBeChecked();
  await one.pressEnter();
  await one.stand(booth);
  await expect(one.page.locator('#where')).toHaveText(words.place.youStandAt(booth));

  const visitor = await one.state('visitor');
  await one.button(words.bar.me).click();
  await one.page.getByRole('combobox', { name: words.common.language }).selectOption('ja');
  one.words = wordsOf('ja');
  await expect(one.page.getByRole('dialog', { name: one.words.status.heading })).toBeVisible();
  await expect(one.page.getByRole('combobox', { name: one.words.common.language })).toBeFocused();
  await one.page.keyboard.press('Escape');
  await expect(one.page.locator('#where')).toHaveText(one.words.place.youStandAt(booth));
  // The same visit: nobody saw anything of it.
  await one.is({ connected: 'live', visitor });

  await one.page.reload();
  await one.inside();
  await expect(one.page.locator('#where')).toHaveText(one.words.place.youStandAt(booth));
  await expect(one.page.locator('html')).toHaveAttribute('lang', 'ja');
});

test('what the hall refuses is said in the reader’s language', async ({ visitors }) => {
  const one = await (await visitors.arrive('rafael-de', { locale: 'de-AT' })).enter(hall.link(rafael), 'list');
  await one.section(one.words.tabs.chat);
  await one.chat('hall');
  await one.write(one.words.chat.toEveryone, 'Eins.');
  const box = one.page.locator('#write');
  await box.fill('Zwei.');
  await box.press('Enter');
  const refused = new RegExp(one.words.reject.rate_limited(7).replace('7', '\\d+'));
  await expect(one.page.getByText(refused).first()).toBeVisible();
  // A link nobody has.
  const lost = await visitors.arrive('nobody-ja', { locale: 'ja' });
  await lost.page.goto(`${hall.server.url}/join#AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`);
  await expect(lost.page.getByRole('alert')).toContainText(lost.words.join.badLink);
});
