// Breakout rooms: opened by their host, entered by the door and by the list, with as many seats as they have.

import { amara, host, leyla, rafael } from './people';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';
import { inLine } from './support/words';
import type { Visitor } from './support/visitor';

const hall = openHall([amara, rafael, leyla, host]);
const w = words.rooms;
const b = words.breakout;
const screen = (who: Visitor) => who.page.locator('[data-breakout]');
/** Two seats (support/event_toml.ts). */
const SMALL = 'Breakout 2';

test('a room is opened by its host, entered by door and by list, its line at its capacity, closed by its host', async ({ visitors }) => {
  const wei = await (await visitors.arrive('wei')).enter(hall.link(host), 'list');
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  const list = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  const third = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'list');

  await list.section(words.tabs.programme);
  await expect(list.button(w.goInName(SMALL))).toHaveCount(0);
  await wei.section(words.tabs.programme);
  const card = wei.room(SMALL);
  await card.getByRole('button', { name: w.hostOpen }).click();
  await expect(card.getByRole('button', { name: w.hostClose })).toBeVisible();
  await expect(screen(wei)).toHaveCount(0);

  // By its door: walk to it, press it in the picture.
  await one.section(words.tabs.programme);
  await one.room(SMALL).getByRole('button', { name: w.walkToDoor }).click();
  await expect.poll(() => one.doorOnScreen(SMALL)).not.toBeNull();
  const door = await one.doorOnScreen(SMALL);
  await one.page.mouse.click(door?.x ?? 0, door?.y ?? 0);
  await one.button(w.goInName(SMALL)).last().click();
  await one.is({ place: SMALL });

  await list.room(SMALL).getByRole('button', { name: w.goInName(SMALL) }).click();
  await list.is({ place: SMALL, members: '2' });
  await one.is({ members: '2' });
  for (const who of [one, list]) await screen(who).getByRole('tab', { name: b.tabs.talk }).click();
  const box = screen(list).getByRole('textbox', { name: words.say.toRoom(SMALL) });
  await box.fill('Who brought the kettle?');
  await box.press('Enter');
  await expect(screen(one).getByRole('log').getByText('Who brought the kettle?')).toBeVisible();

  // Two seats, a third person: waits, reads along, and is let in when one is free.
  await third.section(words.tabs.programme);
  await expect(third.room(SMALL).getByText(w.seats(2, 2), { exact: true })).toBeVisible();
  await third.room(SMALL).getByRole('button', { name: inLine(SMALL) }).click();
  await expect(screen(third)).toHaveAttribute('data-line', '1');
  await third.is({ place: 'none' });
  await screen(third).getByRole('tab', { name: b.tabs.talk }).click();
  await expect(screen(third).getByText('Who brought the kettle?')).toBeVisible();
  await screen(one).getByRole('button', { name: b.leave, exact: true }).click();
  await one.is({ place: /^(?!Breakout)/ });
  await third.is({ place: SMALL });
  await expect(screen(third)).toHaveAttribute('data-seat', 'true');

  await card.getByRole('button', { name: w.hostClose }).click();
  await third.is({ place: /^(?!Breakout)/ });
  await list.is({ place: /^(?!Breakout)/ });
});

test('a room before its session says when it opens', async ({ visitors }) => {
  const list = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await list.section(words.tabs.programme);
  const card = list.room('Breakout 3');
  await expect(card.getByText(/^Opens \d\d:\d\d/)).toBeVisible();
  await expect(card.getByRole('button', { name: w.goInName('Breakout 3') })).toHaveCount(0);
});
