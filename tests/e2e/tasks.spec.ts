// The tasks of tasks.ts, thrice: by keyboard alone, by the accessibility tree alone, and by touch on a phone.

import { amara, host, ingrid, leyla, organiser, rafael, tomasz } from './people';
import { Guest } from './support/guest';
import { KeyboardHands, TouchHands, TreeHands } from './support/hands';
import type { Hands } from './support/hands';
import type { Person } from './support/hall_server';
import { openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { TASKS } from './tasks';

const hall = openHall([amara, rafael, leyla, tomasz, ingrid, host, organiser]);
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
test.setTimeout(240_000);
test.beforeAll(async () => {
  const wei = await Guest.enter(hall.server, hall.link(host));
  await wei.openRoom(1);
  wei.leave();
});

const ways: readonly { readonly name: string; readonly who: Person; readonly phone: boolean; of(who: Visitor): Hands | Promise<Hands> }[] = [
  { name: 'by keyboard alone', who: amara, phone: false, of: (who) => new KeyboardHands(who.page) },
  { name: 'by the accessibility tree alone', who: rafael, phone: false, of: (who) => TreeHands.of(who.page) },
  { name: 'by touch on a phone', who: leyla, phone: true, of: (who) => new TouchHands(who.page) },
];

for (const way of ways) {
  test(`${TASKS.length} tasks ${way.name}`, async ({ visitors }) => {
    const found = await hall.server.api<{ number: number; title: string }>('/posters/omd26-A1');
    const other = await Guest.enter(hall.server, hall.link(tomasz), { view: 'list' });
    await other.standAt((await hall.server.api<{ number: number }>('/posters/omd26-B1')).number);
    const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
    await author.goTo(found.number);
    const noor = await (await visitors.arrive('noor')).enter(hall.link(organiser), 'list');
    const visitor = await visitors.arrive(way.who.name, way.phone ? PHONE : {});
    await visitor.openLink(hall.link(way.who));
    const stage = {
      me: await way.of(visitor),
      // The organiser and the author do theirs the same way, at a desk.
      organiser: way.phone ? new KeyboardHands(noor.page) : await way.of(noor),
      author: way.phone ? new KeyboardHands(author.page) : await way.of(author),
      phone: way.phone,
      booth: found.number,
      title: found.title.split(':')[0] ?? '',
      names: { me: way.who.name, author: ingrid.name, organiser: organiser.name, other: tomasz.name },
      room: 'Breakout 1',
    };
    for (const task of TASKS) await test.step(task.title, () => task.run(stage));
    other.leave();
  });
}
