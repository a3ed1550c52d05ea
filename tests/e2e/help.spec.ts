// "Something wrong?": a message to the organisers, from the list, the hall and a phone; kept while none of them is here.

import { amara, leyla, moderator, organiser, rafael } from './people';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const hall = openHall([amara, rafael, leyla, organiser, moderator]);
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const w = words.desk;

/** From the status dialog, as everybody finds it. */
async function somethingWrong(who: Visitor): Promise<void> {
  await who.button(words.bar.me).click();
  await who.page.getByRole('dialog').getByRole('button', { name: w.wrong }).click();
  await expect(who.page.getByRole('textbox', { name: w.toOrganisers })).toBeFocused();
}

test('what is asked while no organiser is here waits for them, and their answer comes back', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  await one.page.keyboard.press('?');
  const help = one.page.getByRole('dialog', { name: words.help.heading });
  await help.getByRole('button', { name: w.toOrganisers }).click();
  await expect(one.page.getByText(w.wrongHow)).toBeVisible();
  await expect(one.page.getByRole('textbox', { name: w.toOrganisers })).toBeFocused();
  await one.write(w.toOrganisers, 'My name is spelt wrong on my badge.');
  await expect(one.page.locator('[data-state="sent"]').getByText('My name is spelt wrong')).toBeVisible();

  const noor = await (await visitors.arrive('noor')).enter(hall.link(organiser), 'list');
  await expect(noor.page.getByRole('navigation', { name: words.tabs.sections })).toContainText(words.tabs.newCount(1));
  await noor.section(words.tabs.chat);
  await noor.page.getByRole('main').getByRole('button', { name: new RegExp(`^${w.helpFor(amara.name)}`) }).click();
  await expect(noor.page.getByText(w.helpWho(amara.name))).toBeVisible();
  await expect(noor.page.getByText('My name is spelt wrong')).toBeVisible();
  await noor.write(words.chat.toPerson(amara.name), 'Which way is right?');
  await expect(one.page.getByRole('log').getByText('Which way is right?')).toBeVisible();
  // Who else is on duty reads the same.
  const seun = await (await visitors.arrive('seun')).enter(hall.link(moderator), 'hall');
  await seun.chat(await channelOf(noor));
  await expect(seun.page.getByText('Which way is right?')).toBeVisible();
  // And nobody else: not even that it was asked.
  const other = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'list');
  await other.section(words.tabs.chat);
  await expect(other.page.getByLabel(words.chat.channels).getByRole('option')).not.toContainText([amara.name]);
});

async function channelOf(who: Visitor): Promise<string> {
  return who.page.getByLabel(words.chat.channels).inputValue();
}

test('from a phone, in the hall: the list opens with the conversation; who is muted may ask for a review', async ({ visitors }) => {
  const seun = await (await visitors.arrive('seun')).enter(hall.link(moderator), 'list');
  const one = await visitors.arrive('rafael', PHONE);
  await one.openLink(hall.link(rafael));
  await one.page.locator('label').filter({ hasText: words.join.walk }).click();
  await one.pressEnter();
  await one.is({ view: 'hall' });
  await somethingWrong(one);
  await one.is({ view: 'list' });
  await one.write(w.toOrganisers, 'I cannot find booth 101.');
  await expect(seun.page.getByRole('navigation', { name: words.tabs.sections })).toContainText(words.tabs.newCount(1));

  await seun.section(words.tabs.people);
  const person = seun.page.getByRole('listitem').filter({ hasText: rafael.name });
  await person.getByRole('button', { name: words.people.moreActions(rafael.name) }).click();
  await person.getByRole('button', { name: words.order.kindName(words.order.kinds[2] ?? '', rafael.name) }).click();
  const dialog = seun.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: words.order.why }).fill('loud');
  await dialog.getByRole('button', { name: words.order.kinds[2] ?? '', exact: true }).click();
  const notice = one.page.locator('[data-measure]');
  await expect(notice).toContainText(words.measure.reason('loud'));
  await one.section(words.tabs.people);
  await notice.getByRole('button', { name: w.toOrganisers }).click();
  await one.write(w.toOrganisers, 'Please look at it again.');
  await expect(one.page.locator('[data-state="sent"]').getByText('Please look at it again.')).toBeVisible();
});
