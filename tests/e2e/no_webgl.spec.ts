// A browser that cannot draw the hall: list mode, and it says why. Everything else is there.

import { amara } from './people';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';

const hall = openHall([amara]);

test('without WebGL the hall becomes list mode, with the reason', async ({ visitors }) => {
  const one = await visitors.arrive('amara');
  await one.openLink(hall.link(amara));
  expect(await one.page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull();
  await one.page.getByRole('radio', { name: words.join.walk }).check();
  await one.page.getByRole('button', { name: words.join.enter }).click();
  await one.is({ connected: 'live', event: 'ready', view: 'list' });
  await expect(one.page.locator('[data-no-hall="no_webgl"]')).toContainText(words.noHall.noWebGl);
  const { number } = await hall.server.api<{ number: number }>('/posters/omd26-A1');
  await one.stand(number);
});
