// Forty at one booth: nobody is dropped, the presenter stands out, hands are in one order for all in dock and list, the
// floor is given and taken, one hears everybody or the presenter alone, at most five bubbles are in view.

import { ingrid, rafael } from './people';
import { Guest } from './support/guest';
import type { Person } from './support/hall_server';
import { sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';

const CROWD = 38;
const crowd: readonly Person[] = Array.from({ length: CROWD }, (_, i) => ({
  name: `Visitor ${i + 1}`,
  email: `visitor${i + 1}@example.org`,
  shortName: `V${i + 1}`,
  affiliation: 'Somewhere',
}));
const hall = openHall([ingrid, rafael, ...crowd]);
const w = words.hands;
test.setTimeout(180_000);

test('hands, the floor, and whom one hears', async ({ visitors }) => {
  const { number } = await hall.server.api<{ number: number }>('/posters/omd26-A1');
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  await author.goTo(number);
  const guests: Guest[] = [];
  for (const [i, person] of crowd.entries()) {
    const guest = await Guest.enter(hall.server, hall.link(person), { shortName: person.shortName ?? '', view: i % 2 ? 'list' : 'hall' });
    await guest.standAt(number);
    guests.push(guest);
  }
  const visitor = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'hall');
  await visitor.goTo(number);
  await visitor.is({ members: String(CROWD + 2) });
  await author.is({ members: String(CROWD + 2) });

  for (const guest of guests.slice(0, 3)) await guest.raiseHand(number);
  const dock = visitor.page.locator('[data-hand]');
  await dock.click();
  await expect(dock).toHaveText(w.handAt(4));
  const queue = author.page.locator('[data-hands]').first();
  await expect(queue).toHaveAttribute('data-hands', '4');
  await expect(queue.locator('li').first()).toContainText('Visitor 1');
  await expect(queue.locator('li').last()).toContainText(rafael.name);
  await author.page.screenshot({ path: '../../build/e2e-results/hands-list.png' });

  // The floor, by the keyboard alone.
  await author.button(w.giveTo(rafael.name)).focus();
  await author.page.keyboard.press('Enter');
  await expect(author.page.getByText(w.hasFloor(rafael.name)).first()).toBeVisible();
  await expect(queue).toHaveAttribute('data-hands', '3');
  await expect(dock).toHaveText(w.hand);

  // Whom one hears.
  await visitor.chat('nearby');
  const log = visitor.page.getByRole('log').first();
  await guests[0]?.say('A word from the crowd');
  await expect(log).toContainText('A word from the crowd');
  await visitor.button(w.presenter).click();
  await expect(log).not.toContainText('A word from the crowd');
  await author.say(number, 'The presenter answers');
  await expect(log).toContainText('The presenter answers');
  await visitor.page.screenshot({ path: '../../build/e2e-results/hands-hall.png' });
  await visitor.button(w.everybody).click();
  await expect(log).toContainText('A word from the crowd');
  await sound(visitor, 'a booth with forty');
  await author.button(w.take).click();
  await expect(author.page.getByText(w.hasFloor(rafael.name))).toHaveCount(0);
  guests.forEach((guest) => guest.leave());
});
