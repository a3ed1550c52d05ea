// Breakout rooms: opened by their host, entered by the door and by the list, with as many seats as they have.

import { amara, host, leyla, rafael } from './people';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';

const hall = openHall([amara, rafael, leyla, host]);
const w = words.rooms;
/** Two seats (support/event_toml.ts). */
const SMALL = 'Breakout 2';

test('a room is opened by its host, entered by door and by list, full at its capacity, closed by its host', async ({ visitors }) => {
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
  await list.write(words.say.toRoom(SMALL), 'Who brought the kettle?');
  await expect(one.page.getByRole('log').getByText('Who brought the kettle?')).toBeVisible();

  // Two seats, a third person: refused in words, and let in when one is free.
  await third.section(words.tabs.programme);
  await expect(third.room(SMALL).getByText(w.seats(2, 2), { exact: true })).toBeVisible();
  await third.room(SMALL).getByRole('button', { name: w.goInName(SMALL) }).click({ force: true });
  await expect(third.page.getByText(words.reject.room_full)).toBeVisible();
  await third.is({ place: 'none' });
  await one.button(words.dock.leave).click();
  await one.is({ place: /^(?!Breakout)/ });
  await third.room(SMALL).getByRole('button', { name: w.goInName(SMALL) }).click();
  await third.is({ place: SMALL });

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
