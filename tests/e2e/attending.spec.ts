// Still here? Who stands at their poster and touches nothing is asked, then the lamp goes off, and one key lights it. The
// five minutes are four seconds here; the half minute to answer is itself.

import { ingrid, rafael } from './people';
import { narrowAndSound, NARROW, sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const hall = openHall([rafael, ingrid], ['--away-after-s', '4']);
const number = async (id: string): Promise<number> => (await hall.server.api<{ number: number }>(`/posters/${id}`)).number;
const still = (tab: Visitor['page'], how: string) => tab.locator(`[data-still="${how}"]`);

test('an author who does nothing is asked on all tabs; a key answers; else the lamp goes off, and a key lights it', async ({ visitors }) => {
  const booth = await number('omd26-A1');
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  const row = one.page.locator(`[data-number="${booth}"]`);
  await author.stand(booth);
  await expect(row).toContainText(words.lamp.here);
  const other = await author.context.newPage();
  await other.goto(`${hall.server.url}/list`);
  await expect(other.locator('body')).toHaveAttribute('data-connected', 'live');

  for (const tab of [author.page, other]) await expect(still(tab, 'asked')).toContainText(words.attend.stillHere);
  await sound(author, 'still here?', '[data-banner]');
  await expect(row).toContainText(words.lamp.here);
  await author.page.keyboard.press('Shift');
  for (const tab of [author.page, other]) await expect(still(tab, 'asked')).toBeHidden();
  await expect(row).toContainText(words.lamp.here);

  // Asked again, nobody answers.
  await expect(still(other, 'asked')).toBeVisible();
  await expect(still(other, 'away')).toContainText(words.attend.lampOff, { timeout: 45_000 });
  await expect(still(author.page, 'away')).toBeVisible();
  // That stays until somebody answers: there is time to look at it closely.
  await author.page.setViewportSize(NARROW.viewport);
  await expect(author.page.locator('.phone-list [data-section]')).toBeVisible();
  await narrowAndSound(author, 'the lamp is off');
  await author.page.setViewportSize({ width: 1280, height: 800 });
  await expect(author.page.locator('.phone-list')).toHaveCount(0);
  await expect(row).not.toContainText(words.lamp.here);
  await author.button(words.attend.light).focus();
  await author.page.keyboard.press('Enter');
  await expect(row).toContainText(words.lamp.here);
  for (const tab of [author.page, other]) await expect(still(tab, 'away')).toBeHidden();
});
