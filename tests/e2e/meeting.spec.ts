// People meet: two browsers in the hall, one in list mode, at a booth; what they say, ask and write. Run with one shard
// and with two.

import { TILE } from '../../client-web/src/model/scene_view';
import { amara, ingrid, leyla, organiser, rafael, tomasz } from './people';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const hall = openHall([amara, tomasz, rafael, leyla, ingrid, organiser]);

interface ApiPoster {
  readonly number: number;
  readonly title: string;
  readonly attended: boolean;
  readonly visitors: number;
}
const poster = (id: string): Promise<ApiPoster> => hall.server.api<ApiPoster>(`/posters/${id}`);

/** Both draw that person at the same place (half a pixel is the wire's rounding). */
async function agreeOn(name: string, one: Visitor, other: Visitor): Promise<void> {
  await expect
    .poll(async () => {
      const [a, b] = [await one.sees(name), await other.sees(name)];
      return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.POSITIVE_INFINITY;
    }, `${one.name} and ${other.name} draw ${name} at one place`)
    .toBeLessThan(1.5);
}

test('two browsers in the hall see each other walk and talk at a booth', async ({ visitors }) => {
  const { number } = await poster('omd26-B1');
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  const two = await (await visitors.arrive('tomasz')).enter(hall.link(tomasz), 'hall');
  await one.goTo(number);
  await two.goTo(number);
  await one.is({ members: '2' });
  await two.is({ members: '2' });
  await expect.poll(async () => (await one.sees(tomasz.name))?.shortName).toBe('Tomasz');
  await agreeOn(tomasz.name, one, two);
  await agreeOn(amara.name, one, two);

  await one.say(number, 'How long a window do you need?');
  await two.tab(words.tabs.chat).click();
  await expect(two.page.getByRole('log').getByText('How long a window do you need?')).toBeVisible();
  await expect.poll(async () => (await two.sees(amara.name))?.bubble?.text).toBe('How long a window do you need?');
  await two.say(number, 'About 400 samples.');
  await one.tab(words.tabs.chat).click();
  await expect(one.page.getByRole('log').getByText('About 400 samples.')).toBeVisible();

  // Out of the booth on foot: the other browser draws the walk, and says that she left.
  const from = await one.me();
  await one.page.getByRole('application').focus();
  await one.page.keyboard.down('ArrowDown');
  await expect.poll(async () => Math.abs((await one.me()).y - from.y)).toBeGreaterThan(2 * TILE);
  await one.page.keyboard.up('ArrowDown');
  await expect.poll(async () => Math.abs(((await two.sees(amara.name))?.y ?? from.y) - from.y)).toBeGreaterThan(2 * TILE);
  await agreeOn(amara.name, one, two);
  await two.button(words.dock.stepOut).click();
  await two.is({ place: 'none' });
});

test('who uses the list stands at the booth as visibly, reads, talks and leaves', async ({ visitors }) => {
  const { number } = await poster('omd26-B2');
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  const list = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await one.goTo(number);
  await list.stand(number);
  await expect(list.page.getByRole('heading', { name: words.place.youStandAt(number) })).toBeFocused();
  await one.is({ members: '2' });
  await expect.poll(async () => (await one.sees(rafael.name))?.listMode).toBe(true);
  const seen = await one.sees(rafael.name);
  const me = await one.me();
  expect(Math.hypot((seen?.x ?? 0) - me.x, (seen?.y ?? 0) - me.y), 'he stands on the same rug').toBeLessThan(5 * TILE);
  await expect(list.page.getByText(words.place.hereWithYou(1))).toBeVisible();
  await expect.poll(async () => (await poster('omd26-B2')).visitors).toBe(2);

  await one.say(number, 'Does it run without a network?');
  await expect(list.page.getByRole('log').getByText('Does it run without a network?')).toBeVisible();
  await list.say(number, 'Yes, 38 kB of state.');
  await one.tab(words.tabs.chat).click();
  await expect(one.page.getByRole('log').getByText('Yes, 38 kB of state.')).toBeVisible();

  await list.button(words.place.stepOut).click();
  await list.is({ place: 'none' });
  await one.is({ members: '1' });
  await expect(one.page.getByRole('log').getByText(words.place.left(rafael.name))).toBeVisible();
});

test('who leaves is gone from the other picture', async ({ visitors }) => {
  const { number } = await poster('omd26-B3');
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  const two = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'list');
  await one.goTo(number);
  await two.stand(number);
  await expect.poll(() => one.sees(leyla.name)).not.toBeNull();
  await two.page.getByRole('button', { name: words.bar.me }).click();
  await two.button(words.status.leave).click();
  await expect(two.page.locator('[data-door="left"]')).toBeVisible();
  await expect.poll(() => one.sees(leyla.name)).toBeNull();
});

test('a question stays with its answer, and the asker hears of it', async ({ visitors }) => {
  const { number } = await poster('omd26-A1');
  const asker = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await asker.button(words.posters.readNumber(number)).click();
  await asker.is({ poster: String(number) });
  await asker.tab(words.questions.tab(0)).click();
  await asker.button(words.questions.ask).click();
  const ask = asker.page.getByRole('textbox', { name: words.questions.yourQuestion });
  await ask.fill('Could the sketch leak training data?');
  await ask.press('Enter');
  await expect(asker.page.getByText('Could the sketch leak training data?')).toBeVisible();
  await expect(asker.page.getByText(words.chat.sending)).toBeHidden();

  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'hall');
  await author.page.goto(`${hall.server.url}/p/${number}`);
  await author.inside();
  await author.is({ poster: String(number) });
  await author.page.locator('[data-sheet]').getByRole('tab', { name: words.questions.tab(1) }).click();
  await author.button(words.questions.answerTo('Could the sketch leak training data?')).click();
  const answer = author.page.getByRole('textbox', { name: words.questions.yourAnswer });
  await answer.fill('Quantiles only; the proof is in section 4.');
  await answer.press('Enter');

  await expect(asker.page.getByText('Quantiles only; the proof is in section 4.')).toBeVisible();
  await asker.page.reload();
  await asker.inside();
  await asker.is({ poster: String(number) });
  await asker.tab(/^Questions/).click();
  const thread = asker.page.getByRole('listitem').filter({ hasText: 'Could the sketch leak training data?' }).first();
  await expect(thread).toContainText('Quantiles only; the proof is in section 4.');
  await expect(thread).toContainText(words.chat.author);
});

test('an announcement reaches everybody', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  const list = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  const noor = await (await visitors.arrive('noor')).enter(hall.link(organiser), 'hall');
  await noor.chat('announce');
  await noor.write(words.chat.toAnnounce, 'Lunch is at one.');
  for (const each of [one, list]) {
    await expect(each.page.getByRole('status').getByText('Lunch is at one.')).toBeVisible();
    await each.button(words.announce.dismiss).click();
    await expect(each.page.getByRole('status').getByText('Lunch is at one.')).toBeHidden();
  }
});

test('a direct message is read by two', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  const list = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await one.section(words.tabs.people);
  await one.button(words.people.messageName(rafael.name)).click();
  await one.write(words.chat.toPerson(rafael.name), 'Coffee at the help desk?');
  await list.section(words.tabs.chat);
  await list.page.getByRole('main').getByRole('button', { name: amara.name }).click();
  await expect(list.page.getByText('Coffee at the help desk?')).toBeVisible();
  await list.write(words.chat.toPerson(amara.name), 'In five minutes.');
  await expect(one.page.getByText('In five minutes.')).toBeVisible();
});
