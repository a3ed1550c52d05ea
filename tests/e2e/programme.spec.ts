// The programme as attendees use it: what is on now by keyboard, in list, hall and on a phone, with axe. (In Lagos and in
// Tokyo: zones.spec.ts.)

import { amara, rafael, tomasz } from './people';
import { narrowAndSound, NARROW, sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const hall = openHall([amara, rafael, tomasz]);
const w = words.programme;

const row = (who: Visitor, id: string) => who.page.locator(`[data-session="${id}"]`);

test('what is on: the most particular in the bar, the rest by keyboard, and back', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  const { page } = one;
  const button = page.getByRole('button', { name: words.time.moreOn(2) });
  await expect(button).toContainText('Morning session');
  await expect(page.locator('[data-next="b-trace"]')).toContainText('Breakout 3: Bring a trace, live');
  await button.focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('group', { name: w.onNow });
  await expect(list.getByRole('button')).toHaveText([/Morning session/, /Scores that can be run again/, /Two seats and a kettle/, /Bring a trace, live/]);
  await expect(list.getByRole('button').first()).toBeFocused();
  await sound(one, 'what is on', 'header');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(list.getByRole('button', { name: /Two seats/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(row(one, 'b-tiny').getByRole('heading')).toBeFocused();
  await page.getByRole('button', { name: w.jump }).click();
  await expect(row(one, 'exhibition-morning').getByRole('heading')).toBeFocused();
});

test('in the hall the panel has the same', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  await one.page.getByRole('button', { name: words.time.moreOn(2) }).click();
  await one.page.getByRole('group', { name: w.onNow }).getByRole('button', { name: /Scores/ }).click();
  await expect(row(one, 'b-scores').getByRole('heading')).toBeFocused();
  await sound(one, 'programme in the hall');
});

test('on a phone 320 pixels wide', async ({ visitors }) => {
  const one = await (await visitors.arrive('tomasz', NARROW)).enter(hall.link(tomasz), 'list');
  await one.section(words.tabs.programme);
  await expect(row(one, 'b-trace')).toBeVisible();
  await narrowAndSound(one, 'programme');
  await one.page.getByRole('button', { name: /Morning session \+2/ }).click();
  const list = one.page.getByRole('group', { name: w.onNow });
  await expect(list).toBeVisible();
  await narrowAndSound(one, 'what is on');
  await list.getByRole('button', { name: /Two seats/ }).click();
  await expect(row(one, 'b-tiny').getByRole('heading')).toBeFocused();
});
