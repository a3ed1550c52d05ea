// A whole visit by keyboard alone, and letters that stay letters while somebody types.

import type { Locator } from '@playwright/test';
import { amara, ingrid, leyla, rafael } from './people';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const hall = openHall([amara, rafael, leyla, ingrid]);

const number = async (id: string): Promise<number> => (await hall.server.api<{ number: number }>(`/posters/${id}`)).number;

/** Tab until it has the focus, as somebody without a pointer does. */
async function tabTo(who: Visitor, what: Locator): Promise<void> {
  await expect(what).toBeVisible();
  const focused = (): Promise<boolean> => what.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 400; presses++) {
    if (await focused()) return;
    await who.page.keyboard.press('Tab');
  }
  throw new Error(`400 times Tab do not reach ${what.toString()}`);
}

test('join, find, go, read, talk, ask, message and leave without a pointer', async ({ visitors }) => {
  const other = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'list');
  const booth = await number('omd26-B1');
  await other.stand(booth);

  const one = await visitors.arrive('rafael');
  const { keyboard } = one.page;
  await one.openLink(hall.link(rafael));
  await tabTo(one, one.page.getByRole('radio', { name: words.join.walk }));
  await keyboard.press('ArrowRight');
  await expect(one.page.getByRole('radio', { name: words.join.list })).toBeChecked();
  await tabTo(one, one.button(words.join.enter));
  await keyboard.press('Enter');
  await one.inside();
  await one.is({ view: 'list' });

  // Find and go.
  await keyboard.press('Control+k');
  await expect(one.page.getByRole('combobox', { name: words.search.field })).toBeFocused();
  await keyboard.type(String(booth));
  await expect(one.page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await keyboard.press('Enter');
  await one.standsAt(booth);

  // Talk: the letters that are keys elsewhere are letters here.
  await keyboard.press('t');
  await expect(one.page.locator('#say-panel')).toBeFocused();
  await keyboard.type('g b r e m j k? Big, burning, merry joke.');
  await expect(one.page.getByRole('dialog')).toHaveCount(0);
  await one.is({ poster: '0' });
  await expect(one.page.locator('#say-panel')).toHaveValue('g b r e m j k? Big, burning, merry joke.');
  await keyboard.press('Enter');
  await expect(other.page.getByRole('log').getByText('Big, burning, merry joke.')).toBeVisible();

  // Read, ask.
  await keyboard.press('Escape');
  await keyboard.press('r');
  await one.is({ poster: String(booth) });
  const sheet = one.page.locator('[data-sheet]');
  await tabTo(one, sheet.getByRole('tab', { selected: true }));
  await keyboard.press('ArrowRight');
  await expect(sheet.getByRole('tab', { name: words.questions.tab(0) })).toBeFocused();
  await keyboard.press('Enter');
  await tabTo(one, sheet.getByRole('button', { name: words.questions.ask }));
  await keyboard.press('Enter');
  await expect(one.page.getByRole('textbox', { name: words.questions.yourQuestion })).toBeFocused();
  await keyboard.type('Is it open?');
  await keyboard.press('Enter');
  await expect(one.page.getByRole('listitem').filter({ hasText: 'Is it open?' }).first()).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await one.is({ poster: '0' });

  // Message.
  await tabTo(one, one.page.getByRole('navigation', { name: words.tabs.sections }).getByRole('button', { name: words.tabs.people }));
  await keyboard.press('Enter');
  await expect(one.page.getByRole('heading', { level: 1, name: words.people.heading })).toBeFocused();
  await tabTo(one, one.button(words.people.messageName(leyla.name)));
  await keyboard.press('Enter');
  await tabTo(one, one.page.locator('#write'));
  await keyboard.type('Hello, Leyla.');
  await keyboard.press('Enter');
  await other.section(words.tabs.chat);
  await expect(other.page.getByRole('main').getByRole('button', { name: new RegExp(`^${rafael.name}`) })).toBeVisible();

  // Leave.
  await tabTo(one, one.button(words.bar.me));
  await keyboard.press('Enter');
  await tabTo(one, one.button(words.status.leave));
  await keyboard.press('Enter');
  await expect(one.page.locator('[data-door="left"]')).toBeVisible();
});

test('in the hall: arrows and WASD walk, any key stops a walk, nothing walks while I type', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  const { keyboard } = one.page;
  const walk = async (key: string): Promise<void> => {
    const before = await one.state('tile');
    await keyboard.down(key);
    await expect(one.page.locator('body')).not.toHaveAttribute('data-tile', before);
    await keyboard.up(key);
  };
  // One may come in at the hall's west or east edge: to where more of it is first.
  const east = Number((await one.state('tile')).split(',')[0]) < 8;
  for (const key of east ? ['ArrowRight', 'ArrowLeft', 'd', 'a'] : ['ArrowLeft', 'ArrowRight', 'a', 'd']) await walk(key);
  const booth = await number('omd26-A1');
  await one.goTo(booth);
  await one.stops();
  const tile = await one.state('tile');
  const box = one.page.locator('#say-dock');
  await box.focus();
  await keyboard.type('wasd WASD g?');
  await keyboard.press('ArrowLeft');
  await expect(box).toHaveValue('wasd WASD g?');
  await expect(one.page.getByRole('dialog')).toHaveCount(0);
  await one.is({ tile });
});

test('in the hall: people and posters in view are reached without a pointer', async ({ visitors }) => {
  const other = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'list');
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  const { keyboard } = one.page;
  const booth = await number('omd26-A1');
  await other.stand(booth);
  await one.goTo(booth);
  await one.is({ members: '2' });
  const near = one.page.getByRole('group', { name: words.hall.near });
  const choose = async (name: string): Promise<void> => {
    await expect(near.getByRole('button').first()).toBeFocused();
    const wanted = near.getByRole('button', { name });
    await expect(wanted).toBeVisible();
    const focused = (): Promise<boolean> => wanted.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 30 && !(await focused()); presses++) await keyboard.press('ArrowDown');
    await expect(wanted).toBeFocused();
    expect((await one.moment()).focus, 'the ring in the picture').not.toBeNull();
    await keyboard.press('Enter');
    await expect(near).toBeHidden();
  };

  await tabTo(one, one.page.locator('#hall'));
  await keyboard.press('Enter');
  await choose(leyla.name);
  const person = one.page.getByRole('group', { name: words.hall.person(leyla.name) });
  await expect(person.getByRole('button').first()).toBeFocused();
  await keyboard.press('Escape');
  await expect(one.page.locator('#hall')).toBeFocused();
  await keyboard.press('n');
  await choose(String(booth));
  await one.is({ poster: String(booth) });
  expect((await one.moment()).focus).toBeNull();
});

test('a section that comes late leaves the focus to who has gone on', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  const { page } = one;
  // Both at once: the section is still being loaded when the keyboard has gone on.
  const asked = page.getByRole('navigation').getByRole('button', { name: words.tabs.programme });
  await asked.evaluate((button) => {
    (button as HTMLElement).click();
    document.querySelector<HTMLElement>('header button')?.focus();
  });
  await expect(page.getByRole('heading', { name: words.tabs.programme, level: 1 })).toBeVisible();
  await page.evaluate(() => new Promise((after) => requestAnimationFrame(() => requestAnimationFrame(after))));
  await expect(page.locator('header button').first()).toBeFocused();
  // And gives it to the heading for who waits.
  await page.getByRole('navigation').getByRole('button', { name: words.tabs.people }).click();
  await expect(page.getByRole('heading', { name: words.tabs.people, level: 1 })).toBeFocused();
});

test('single-letter keys can be turned off', async ({ visitors }) => {
  const one = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  await one.page.keyboard.press('?');
  await expect(one.page.getByRole('dialog', { name: words.help.heading })).toBeVisible();
  await one.page.keyboard.press('Escape');
  await one.button(words.bar.me).click();
  await one.page.locator('label').filter({ hasText: words.status.letterKeys }).click();
  await one.page.keyboard.press('Escape');
  await expect(one.page.getByRole('dialog')).toHaveCount(0);
  for (const key of ['?', 'g', 'j', '/']) await one.page.keyboard.press(key);
  await expect(one.page.getByRole('dialog')).toHaveCount(0);
  await one.page.keyboard.press('Control+k');
  await expect(one.page.getByRole('combobox', { name: words.search.field })).toBeFocused();
});
