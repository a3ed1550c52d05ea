// Nobody waits alone: standing at a booth calls its author from wherever they are in the event; reading calls nobody.

import { amara, ingrid, leyla, rafael } from './people';
import { sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';

const hall = openHall([amara, rafael, leyla, ingrid]);
const number = async (id: string): Promise<number> => (await hall.server.api<{ number: number }>(`/posters/${id}`)).number;
const w = words.call;

test('who stands at a booth calls its author, who comes; the lamp is lit', async ({ visitors }) => {
  const booth = await number('omd26-A1');
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  await author.stand(await number('omd26-C2'));
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await one.stand(booth);
  await expect(author.page.getByRole('status').getByText(w.waitsNamed(rafael.name, booth))).toBeVisible();
  await expect(one.page.getByText(w.called(ingrid.name))).toBeVisible();

  // The number grows, in the same banner.
  const two = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  await two.goTo(booth);
  await expect(author.page.getByRole('status').getByText(w.waiting(2, booth))).toBeVisible();
  await author.button(w.go).click();
  await author.standsAt(booth);
  await expect(one.page.locator(`[data-number="${booth}"]`)).toContainText(words.lamp.here);
  await expect(one.page.getByText(w.called(ingrid.name))).toBeHidden();
  await expect(author.button(w.go)).toBeHidden();
});

test('Later is told to who waits, by the keyboard alone', async ({ visitors }) => {
  const booth = await number('omd26-A1');
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'hall');
  await author.goTo(await number('omd26-C2'));
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await one.stand(booth);
  await author.button(w.later).focus();
  await author.page.keyboard.press('Enter');
  await expect(author.button(w.later)).toBeHidden();
  await expect(one.page.getByText(w.comesLater(ingrid.name))).toBeVisible();
});

test('who asked is told once that the author is back: elsewhere, after a restart, by the keyboard alone', async ({ visitors }) => {
  const booth = await number('omd26-A1');
  const one = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'list');
  await one.stand(booth);
  const ask = one.page.locator('[data-tell-back]').first();
  await expect(ask).toHaveAccessibleName(words.attend.tellMe);
  await ask.focus();
  await one.page.keyboard.press('Enter');
  await expect(ask).toHaveAttribute('aria-pressed', 'true');
  await expect(one.page.getByText(words.attend.tellMeHow).first()).toBeVisible();
  await one.stand(await number('omd26-C2'));
  one.forgive(/WebSocket connection|ERR_CONNECTION_REFUSED/);
  await hall.server.kill();
  await hall.server.start();
  await one.is({ connected: 'live' });

  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'hall');
  await author.goTo(booth);
  const banner = one.page.locator(`[data-back="${booth}"]`);
  await expect(banner).toContainText(words.attend.isBack(ingrid.name, booth));
  await sound(one, 'back', '[data-banner]');
  await banner.getByRole('button', { name: words.attend.go }).focus();
  await one.page.keyboard.press('Enter');
  await one.standsAt(booth);
  await expect(banner).toBeHidden();

  // Gone after it was told: not on the next coming in.
  await one.page.reload();
  await one.inside();
  await expect(one.page.locator(`[data-number="${booth}"]`)).toContainText(words.lamp.here);
  await expect(banner).toBeHidden();
});
