// One hall on two processes that meet at a real Redis: people on different ones are at one booth and read one conversation,
// also when Redis goes for a while, or one of the processes dies.

import { amara, tomasz } from './people';
import { RedisServer } from './support/redis_server';
import type { HallServer } from './support/hall_server';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';

const redis = new RedisServer();
test.beforeAll(() => redis.start());
const hall = openHall([amara, tomasz], ['--redis', redis.address]);
let other: HallServer;
test.beforeAll(async () => {
  other = await hall.server.beside();
});
test.afterAll(async () => {
  await other.close();
  await redis.close();
});

/** The link, as a proxy would have led it to the other process. */
const byTheOther = (link: string): string => link.replace(hall.server.url, other.url);
const AWAY = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket connection to/;

test('two people on two processes meet, and go on when Redis goes and when one of the processes dies', async ({ visitors }) => {
  const { number } = await hall.server.api<{ number: number }>('/posters/omd26-B1');
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  const two = await (await visitors.arrive('tomasz')).enter(byTheOther(hall.link(tomasz)), 'list');
  two.forgive(AWAY);
  await one.goTo(number);
  await two.stand(number);
  for (const each of [one, two]) await each.is({ members: '2' });
  await expect.poll(async () => (await one.sees(tomasz.name))?.shortName).toBe('Tomasz');
  await one.say(number, 'Which machine are you on?');
  await expect(two.page.getByRole('log').getByText('Which machine are you on?')).toBeVisible();

  await redis.kill();
  for (const each of [one, two]) await expect(each.page.getByText(words.apart.away)).toBeVisible();
  await one.is({ members: '1' });
  await one.chat('hall');
  await one.write(words.chat.toEveryone, 'Does anybody hear me?');
  await two.chat('hall');
  await expect(two.page.getByRole('log').getByText('Does anybody hear me?')).toBeVisible();
  await redis.start();
  for (const each of [one, two]) {
    await expect(each.page.getByText(words.apart.away)).toBeHidden();
    await each.is({ members: '2' });
  }

  await other.kill();
  await one.is({ members: '1' });
  await two.write(words.chat.toEveryone, 'Written while it was away.');
  await other.start();
  await two.inside();
  await two.standsAt(number);
  for (const each of [one, two]) {
    await each.is({ members: '2' });
    await expect(each.page.getByRole('log').getByText('Written while it was away.')).toHaveCount(1);
  }
});
