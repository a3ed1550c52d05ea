// Keeping order: blocking, reporting, the moderators' list, muting, removing, and a ban that closes every tab and the door.

import { amara, leyla, moderator, rafael, tomasz } from './people';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';
import type { Visitor } from './support/visitor';
import type { Person } from './support/hall_server';

const hall = openHall([amara, tomasz, rafael, leyla, moderator]);
const { order } = words;
const REASON = 'advertising';

const number = async (id: string): Promise<number> => (await hall.server.api<{ number: number }>(`/posters/${id}`)).number;

/** One of the buttons behind "More" in the list of people. */
async function fromPeople(who: Visitor, person: Person, button: string): Promise<void> {
  await who.section(words.tabs.people);
  const row = who.page.getByRole('listitem').filter({ hasText: person.name });
  await row.getByRole('button', { name: words.people.moreActions(person.name) }).click();
  await row.getByRole('button', { name: button, exact: true }).click();
}

/** A measure from the list of people, with the reason the person will read. */
async function take(who: Visitor, person: Person, kind: number, long?: string): Promise<void> {
  const word = order.kinds[kind] ?? '';
  await fromPeople(who, person, order.kindName(word, person.name));
  const dialog = who.page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: word })).toBeChecked();
  if (long) await dialog.getByLabel(order.howLong).selectOption(long);
  await dialog.getByRole('textbox', { name: order.why }).fill(REASON);
  await dialog.getByRole('button', { name: word, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('a block hides what they wrote, and can be taken back', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  const other = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await other.chat('hall');
  await other.write(words.chat.toEveryone, 'Buy my lamps.');
  await one.chat('hall');
  const message = one.page.locator('[data-number]').filter({ hasText: 'Buy my lamps.' });
  await message.hover();
  await message.getByRole('button', { name: words.chat.moreFor(rafael.name) }).click();
  await one.page
    .getByRole('dialog')
    .getByRole('button', { name: order.blockName(rafael.name) })
    .click();
  const dialog = one.page.getByRole('dialog', { name: order.blockName(rafael.name) });
  await expect(dialog).toContainText(order.blockHow(rafael.name));
  await dialog.getByRole('button', { name: order.block, exact: true }).click();
  await expect(dialog).toBeHidden();
  const hidden = one.page.locator('[data-blocked]');
  await expect(hidden).toContainText(words.chat.hidden);
  await expect(message).toHaveCount(0);
  await hidden.getByRole('button', { name: words.common.show }).click();
  await expect(message).toBeVisible();
  // Neither way: what is written to them directly is refused, in a sentence.
  await other.section(words.tabs.people);
  await other.button(words.people.messageName(amara.name)).click();
  await other.write(words.chat.toPerson(amara.name), 'Did you see my lamps?');
  await expect(other.page.locator('[data-state="failed"]')).toContainText(words.reject.undeliverable);
  await one.page.reload();
  await one.inside();
  await one.chat('hall');
  await expect(hidden).toBeVisible();
  await message.waitFor({ state: 'detached' });
  await hidden.getByRole('button', { name: words.common.show }).click();
  await message.hover();
  await message.getByRole('button', { name: words.chat.moreFor(rafael.name) }).click();
  await one.page
    .getByRole('dialog')
    .getByRole('button', { name: order.unblockName(rafael.name) })
    .click();
  await one.page.reload();
  await one.inside();
  await one.chat('hall');
  await expect(message).toBeVisible();
});

test('a report with what was said reaches the moderators’ list; a mute answers it, says why, and is lifted', async ({ visitors }) => {
  const seun = await (await visitors.arrive('seun')).enter(hall.link(moderator), 'list');
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  const other = await (await visitors.arrive('tomasz')).enter(hall.link(tomasz), 'list');
  const booth = await number('omd26-A1');
  await one.stand(booth);
  await other.stand(booth);
  await other.say(booth, 'Buy my lamps, all of you.');
  const line = one.page.getByRole('log').getByRole('listitem').filter({ hasText: 'Buy my lamps' });
  await line.hover();
  await line.getByRole('button', { name: words.chat.moreFor(tomasz.name) }).click();
  await one.page
    .getByRole('dialog')
    .getByRole('button', { name: order.reportName(tomasz.name) })
    .click();
  const dialog = one.page.getByRole('dialog', { name: order.reportName(tomasz.name) });
  await expect(dialog).toContainText(order.reportNear);
  await dialog.getByLabel(order.what).fill('He sells at every booth.');
  await dialog.getByRole('button', { name: order.sendReport }).click();
  await expect(dialog).toContainText(order.reported);
  await expect(dialog).toContainText(order.reportedHow(tomasz.name));
  await dialog.getByRole('button', { name: words.status.done }).click();

  await expect(seun.page.getByRole('navigation', { name: words.tabs.sections })).toContainText(`${words.tabs.reports} 1`);
  await seun.section(words.tabs.reports);
  const report = seun.page.locator('[data-report]');
  await expect(report).toContainText(order.about(amara.name, tomasz.name));
  await expect(report).toContainText('He sells at every booth.');
  await expect(report).toContainText('Buy my lamps, all of you.');
  const mute = order.kinds[2] ?? '';
  await report.getByRole('button', { name: order.kindName(mute, tomasz.name) }).click();
  const measure = seun.page.getByRole('dialog');
  await measure.getByRole('button', { name: mute, exact: true }).click();
  await expect(measure).toContainText(order.whyMissing);
  await measure.getByRole('textbox', { name: order.why }).fill(REASON);
  await measure.getByRole('button', { name: mute, exact: true }).click();
  await expect(measure).toBeHidden();
  await expect(report).toHaveCount(0);
  await expect(seun.page.getByRole('heading', { name: words.tabs.reports, level: 1 })).toBeFocused();

  const notice = other.page.locator('[data-measure]');
  await expect(notice).toContainText(/You cannot talk until \d\d:\d\d/);
  await expect(notice).toContainText(words.measure.reason(REASON));
  await expect(notice).toContainText(words.measure.review('hello@example.org'));
  await notice.getByRole('button', { name: words.measure.seen }).click();
  await expect(notice).toHaveCount(0);
  const box = other.page.getByRole('textbox', { name: words.say.toBooth(booth) }).first();
  await expect(box).toHaveAttribute('readonly');
  await expect(box).toHaveAccessibleDescription(/You cannot talk until .* Reason: advertising\..*hello@example\.org/);
  // Read is read: the page opened anew holds the mute, and does not tell it again.
  await other.page.reload();
  await other.inside();
  await expect(box).toHaveAttribute('readonly');
  await expect(notice).toHaveCount(0);

  const held = seun.page.locator('[data-measure]').filter({ hasText: tomasz.name });
  await held.getByRole('button', { name: order.liftName(mute, tomasz.name) }).click();
  await expect(held).toHaveCount(0);
  await expect(box).not.toHaveAttribute('readonly');
  await other.say(booth, 'I am sorry.');
});

test('nothing to do settles a report', async ({ visitors }) => {
  const seun = await (await visitors.arrive('seun')).enter(hall.link(moderator), 'list');
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  await visitors.arrive('leyla').then((leylas) => leylas.enter(hall.link(leyla), 'list'));
  await fromPeople(one, leyla, order.reportName(leyla.name));
  const dialog = one.page.getByRole('dialog');
  await dialog.getByRole('button', { name: order.sendReport }).click();
  await expect(dialog).toContainText(order.reported);
  await seun.section(words.tabs.reports);
  const report = seun.page.locator('[data-report]').filter({ hasText: leyla.name });
  await report.getByRole('button', { name: order.nothing }).click();
  await expect(report).toHaveCount(0);
  await expect(seun.page.getByRole('status').getByText(order.settled(leyla.name))).toBeVisible();
});

test('who is removed reads why and may come back; the reason is not read out twice', async ({ visitors }) => {
  const seun = await (await visitors.arrive('seun')).enter(hall.link(moderator), 'list');
  const one = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'list');
  await take(seun, leyla, 3);
  await one.is({ connected: 'removed' });
  const door = one.page.locator('[data-door="removed"]');
  await expect(door).toContainText(words.measure.removed);
  await expect(door).toContainText(words.measure.reason(REASON));
  await expect(door).toContainText(words.measure.review('hello@example.org'));
  await door.getByRole('button', { name: words.connection.comeBack }).click();
  await one.inside();
  await expect(one.page.locator('[data-measure]')).toHaveCount(0);
});

test('a ban closes both tabs and the door, and each says why', async ({ visitors }) => {
  const seun = await (await visitors.arrive('seun')).enter(hall.link(moderator), 'list');
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  const second = await one.context.newPage();
  await second.goto(`${hall.server.url}/`);
  await expect(second.locator('body')).toHaveAttribute('data-connected', 'live');
  await take(seun, rafael, 4, '60');
  for (const page of [one.page, second]) {
    const door = page.locator('[data-door="banned"]');
    await expect(door).toContainText(/You cannot come in until \d\d:\d\d/);
    await expect(door).toContainText(words.measure.reason(REASON));
    await expect(door).toContainText(words.measure.review('hello@example.org'));
  }
  // With the cookie: the same words, no connection, no loop.
  await second.reload();
  await expect(second.locator('[data-door="banned"]')).toContainText(words.measure.reason(REASON));
  // With the link, in a browser of their own.
  const again = await visitors.arrive('rafael again');
  await again.openLink(hall.link(rafael));
  await again.page.getByRole('button', { name: /^Enter/ }).click();
  const refused = again.page.getByRole('alert');
  await expect(refused).toContainText(/You cannot come in until \d\d:\d\d/);
  await expect(refused).toContainText(words.measure.reason(REASON));
  await expect(refused).toContainText(words.measure.review('hello@example.org'));
  // Offline people too: lifted while nobody of theirs is here, and the link opens again.
  await seun.section(words.tabs.reports);
  await seun.page.getByRole('button', { name: order.liftName(order.kinds[4] ?? '', rafael.name) }).click();
  await expect(seun.page.locator('[data-measure]').filter({ hasText: rafael.name })).toHaveCount(0);
  // A page that stood before the closed door learns of it, and the person decides.
  await second.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(second.getByRole('heading', { name: order.openAgain })).toBeVisible();
  await second.close();
  await expect(one.page.getByRole('heading', { name: order.openAgain })).toBeVisible();
  await one.button(words.connection.comeBack).click();
  await one.inside();
  await again.page.getByRole('button', { name: /^Enter/ }).click();
  await again.button(words.join.enterHere).click();
  await again.inside();
});

test('people without the right see neither measures nor reports', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  await visitors.arrive('leyla').then((leylas) => leylas.enter(hall.link(leyla), 'list'));
  await fromPeople(one, leyla, words.people.keepName(leyla.name));
  await expect(one.button(order.kindName(order.kinds[4] ?? '', leyla.name))).toHaveCount(0);
  await expect(one.page.getByRole('navigation', { name: words.tabs.sections })).not.toContainText(words.tabs.reports);
});
