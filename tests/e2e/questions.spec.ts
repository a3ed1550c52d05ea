// Questions that stay: asked without a name while the author is away, wanted by another, answered the next day; hidden
// with a reason, and shown again. In the hall, in list mode, on a phone, by the keyboard.

import { amara, ingrid, moderator, rafael, tomasz } from './people';
import { narrowAndSound, NARROW, sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';
import { within } from './support/within';

const hall = openHall([rafael, amara, tomasz, ingrid, moderator]);
const w = words.questions;
const number = async (id: string): Promise<number> => (await hall.server.api<{ number: number }>(`/posters/${id}`)).number;
const thread = (who: Visitor, text: string) => who.page.locator('[data-question]').filter({ hasText: text }).first();

async function openQuestions(who: Visitor, booth: number): Promise<void> {
  await who.page.goto(`${hall.server.url}/p/${booth}`);
  await who.inside();
  await who.is({ poster: String(booth) });
  await who.tab(/^Questions/).click();
}

async function ask(who: Visitor, text: string, unnamed = false): Promise<void> {
  await who.page.locator('[data-ask]').click();
  const box = who.page.getByRole('textbox', { name: w.yourQuestion });
  await expect(box).toBeFocused();
  if (unnamed) {
    await who.page.getByText(w.askUnnamed).click();
    await expect(who.page.getByLabel(w.askUnnamed)).toBeChecked();
    await expect(who.page.getByText(w.whoUnnamed)).toBeVisible();
  }
  await box.fill(text);
  await box.press('Enter');
  await expect(thread(who, text)).toBeVisible();
  await expect(who.page.getByText(words.chat.sending)).toBeHidden();
}

test('what is pressed does not move away when it is known that nobody has asked', async ({ visitors }) => {
  const asker = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await asker.page.goto(`${hall.server.url}/p/${await number('omd26-A2')}`);
  await asker.inside();
  // Where the button stood in each frame since it was there, till the answer has come.
  const stood = asker.page.evaluate(
    (known) =>
      new Promise<number[]>((resolve) => {
        const tops = new Set<number>();
        const look = (): void => {
          const button = document.querySelector('[data-ask]');
          if (button) tops.add(Math.round(button.getBoundingClientRect().top));
          const said = [...document.querySelectorAll('li b')].find((each) => each.textContent === known);
          if (button && said && getComputedStyle(said).visibility === 'visible') resolve([...tops]);
          else requestAnimationFrame(look);
        };
        look();
      }),
    w.empty,
  );
  await asker.tab(/^Questions/).click();
  expect(await stood).toHaveLength(1);
});

test('asked without a name while the author is away, wanted by another, answered the next day', async ({ visitors }) => {
  const booth = await number('omd26-A1');
  const asker = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await openQuestions(asker, booth);
  await ask(asker, 'Could the sketch leak training data?', true);
  await expect(thread(asker, 'leak')).toContainText(w.meUnnamed);
  await ask(asker, 'How deep is the lake?');

  const other = await (await visitors.arrive('tomasz')).enter(hall.link(tomasz), 'hall');
  await openQuestions(other, booth);
  await expect(thread(other, 'leak')).toContainText(w.unnamed);
  await expect(thread(other, 'leak')).not.toContainText(rafael.name);
  await expect(thread(other, 'deep')).toContainText(rafael.name);
  const want = thread(other, 'leak').getByRole('button', { name: w.wantOf('Could the sketch leak training data?', 0) });
  await want.focus();
  await other.page.keyboard.press('Enter');
  const wanted = thread(other, 'leak').locator('[aria-pressed]');
  await expect(wanted).toHaveAttribute('aria-pressed', 'true');
  await expect(wanted).toContainText('1');
  await expect(thread(asker, 'leak')).toContainText(w.wantedBy(1));
  await sound(other, 'questions of a poster', '[data-sheet]');
  await wanted.press('Enter');
  await expect(wanted).toHaveAttribute('aria-pressed', 'false');
  await wanted.press('Enter');
  await expect(wanted).toHaveAttribute('aria-pressed', 'true');

  // The next day.
  for (const each of [asker, other]) each.forgive(/WebSocket connection|ERR_CONNECTION_REFUSED/);
  await hall.server.kill();
  await hall.server.start();
  for (const each of [asker, other]) await each.is({ connected: 'live' });
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  const section = author.page.getByRole('navigation', { name: words.tabs.sections }).getByRole('button', { name: words.tabs.questions });
  await expect(section).toContainText(words.tabs.newCount(2));
  await section.click();
  await expect(author.page.getByLabel(w.waiting(2))).toBeVisible();
  await expect(author.page.locator('[data-question]').first(), 'the most wanted first').toContainText('leak');
  await expect(author.page.locator('[data-question]').first()).not.toContainText(rafael.name);
  await sound(author, 'my questions', '[data-my-questions]');
  await author.button(w.answerTo('Could the sketch leak training data?')).focus();
  await author.page.keyboard.press('Enter');
  const answer = author.page.getByRole('textbox', { name: w.yourAnswer });
  await expect(answer).toBeFocused();
  await answer.fill('Quantiles only; the proof is in section 4.');
  await answer.press('Enter');
  await expect(section).toContainText(words.tabs.newCount(1));
  await expect(thread(author, 'leak')).toBeHidden();
  await author.button(w.alsoDone(1)).click();
  await expect(thread(author, 'leak')).toContainText(w.answered);

  // The asker's inbox: news, then read; and what they say further has no name either.
  await asker.page.goto(`${hall.server.url}/`);
  await asker.inside();
  const inbox = asker.page.getByRole('navigation', { name: words.tabs.sections }).getByRole('button', { name: words.tabs.questions });
  await inbox.click();
  await expect(thread(asker, 'leak')).toContainText('Quantiles only');
  await expect(thread(asker, 'leak')).toContainText(w.answered);
  await asker.button(w.answerTo('Could the sketch leak training data?')).click();
  await asker.page.getByRole('textbox', { name: w.yourAnswer }).fill('Thank you!');
  await asker.page.keyboard.press('Enter');
  await expect(thread(other, 'leak')).toContainText('Thank you!');
  await expect(thread(other, 'leak')).not.toContainText(rafael.name);

  const { out } = await hall.server.posterhall('export', 'questions');
  expect(out).toMatch(/without name,Could the sketch leak training data\?,1,answered by author,/);
  expect(out).toMatch(/Rafael Lima,How deep is the lake\?,0,open,/);
});

test('hidden with a reason by its author and by a moderator, and shown again; on a phone too', async ({ visitors }) => {
  const booth = await number('omd26-A1');
  const asker = await (await visitors.arrive('amara', NARROW)).enter(hall.link(amara), 'list');
  await openQuestions(asker, booth);
  await ask(asker, 'Is your other paper wrong as well?', true);
  await within(asker, 'questions of a poster');
  await sound(asker, 'questions of a poster', '[role="tabpanel"]');
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'hall');
  await openQuestions(author, booth);
  await author.button(w.hideOf('Is your other paper wrong as well?')).focus();
  await author.page.keyboard.press('Enter');
  const why = author.page.getByRole('textbox', { name: w.hideWhy });
  await expect(why).toBeFocused();
  await why.fill('not about this poster');
  await why.press('Enter');
  await expect(author.page.locator('[data-hidden="author"]')).toContainText('not about this poster');
  const hidden = asker.page.locator('[data-hidden="author"]');
  await expect(hidden).toContainText('Is your other paper wrong as well?');
  await expect(hidden).toContainText(w.hiddenMine);
  const other = await (await visitors.arrive('tomasz')).enter(hall.link(tomasz), 'list');
  await openQuestions(other, booth);
  await expect(other.page.locator('[data-hidden="author"]')).toContainText(w.hiddenByAuthor);
  await expect(other.page.getByText('Is your other paper')).toBeHidden();
  await expect(other.button(w.showAgain)).toBeHidden();

  await author.button(w.showAgain).click();
  await expect(thread(other, 'Is your other paper wrong as well?')).toContainText(w.unnamed);
  // Reported without a name; the moderator reads whose it is, and hides it for good.
  await other.button(w.reportOf('Is your other paper wrong as well?')).click();
  await other.page.getByRole('dialog').getByRole('button', { name: words.order.sendReport }).click();
  await expect(other.page.locator('[data-report="sent"]')).toBeVisible();
  await expect(other.page.getByRole('dialog')).not.toContainText(amara.name);
  const keeper = await (await visitors.arrive('seun')).enter(hall.link(moderator), 'list');
  await keeper.section(words.tabs.reports);
  await expect(keeper.page.getByRole('main')).toContainText(amara.name);
  await openQuestions(keeper, booth);
  await expect(thread(keeper, 'Is your other paper wrong as well?')).not.toContainText(amara.name);
  await keeper.button(w.hideOf('Is your other paper wrong as well?')).click();
  await keeper.page.getByRole('textbox', { name: w.hideWhy }).fill('insulting');
  await keeper.page.keyboard.press('Enter');
  await expect(author.page.locator('[data-hidden="order"]')).toContainText('insulting');
  await expect(author.page.locator('[data-hidden="order"]').getByRole('button', { name: w.showAgain })).toBeHidden();
  await within(asker, 'a hidden question');
  await asker.page.goto(`${hall.server.url}/`);
  await asker.inside();
  await asker.section(words.tabs.mine);
  await expect(asker.page.locator('[data-hidden="order"]')).toContainText('insulting');
  await narrowAndSound(asker, 'my questions');
  expect((await hall.server.posterhall('audit', 'verify')).out).toContain('all in order');
});
