// Every screen that posters and their authors have, as an author, an organiser and a visitor see it on 320 pixels: sound in
// both themes and in forced colours, large enough for a finger, nothing sideways.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingrid, leyla, organiser, rafael, tomasz } from './people';
import { Guest } from './support/guest';
import { exampleEvent } from './support/paths';
import { narrowAndSound, NARROW } from './support/sound';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const hall = openHall([rafael, leyla, tomasz, ingrid, organiser]);
const ID = 'omd26-A1';
const picture = (name: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'image/png',
  buffer: readFileSync(join(exampleEvent, 'posters/omd26-A2.png')),
});
let number = 0;

test.beforeAll(async () => {
  number = (await hall.server.api<{ number: number }>(`/posters/${ID}`)).number;
});

async function comeIn(who: Visitor, link: string): Promise<Visitor> {
  await who.openLink(link);
  await who.pressEnter();
  return who;
}

test('an author, and the organiser who lets a file up', async ({ visitors }) => {
  const { author: w, shifts } = words;
  const desk = await comeIn(await visitors.arrive('noor', NARROW), hall.link(organiser));
  await desk.section(words.tabs.mine);
  await desk.page.getByRole('button', { name: new RegExp(`^${words.tabs.files}`) }).click();
  await expect(desk.page.getByText(w.requestsNone)).toBeVisible();
  await desk.page.getByLabel(w.closing).fill('2026-01-01T12:00');
  await desk.button(w.closingSave).click();
  await expect(desk.page.getByText(w.closingSaved)).toBeVisible();

  const author = await comeIn(await visitors.arrive('ingrid', NARROW), hall.link(ingrid));
  author.forgive(/ERR_FAILED|status of 409/);
  await expect(author.page.locator('[data-door]')).toBeVisible();
  await narrowAndSound(author, 'at the door');
  await author.page.locator('[data-door]').getByRole('button', { name: w.open }).click();
  const file = author.page.locator('[data-file-card]');
  await expect(file.locator('[data-version]').first()).toBeVisible();
  await expect(author.page.locator('[data-figures]')).toContainText(words.figures.how);

  // The line is cut while it is sent, until it was looked at.
  await author.page.route('**/api/v1/uploads/*/bytes*', (route) => route.abort());
  await file.locator('input[type="file"]').setInputFiles(picture('A file with a long name and_no_place_to_break_it_anywhere_in_it.png'));
  await expect(file.getByRole('progressbar')).toBeVisible();
  await narrowAndSound(author, 'a file on its way');
  await author.page.unroute('**/api/v1/uploads/*/bytes*');
  await expect(file.getByText(w.noTextWarn)).toBeVisible();
  await narrowAndSound(author, 'a file before it is put up');
  await file.getByRole('button', { name: w.look, exact: true }).click();
  await expect(author.page.getByRole('dialog').locator('[data-picture="ready"]')).toBeVisible();
  await narrowAndSound(author, 'the look at it');
  await author.page.keyboard.press('Escape');
  await file.getByRole('button', { name: w.ask }).click({ timeout: 60_000 });
  const request = desk.page.locator('[data-request]');
  await expect(request).toBeVisible();
  await narrowAndSound(desk, 'files that wait');
  await request.getByRole('button', { name: w.letUpOf(number) }).click();
  await expect(author.page.locator('[data-answer]')).toBeVisible();
  await author.page.locator('[data-text-card]').getByRole('button', { name: w.write }).click();
  await expect(author.page.locator('[data-text-card]').getByLabel(w.heading)).toBeVisible();
  await narrowAndSound(author, 'an answer, two versions, the text being written');

  await author.page.locator('[data-text-card]').getByRole('button', { name: words.common.cancel }).click();
  await author.button(words.poster.backToList).click();
  await author.is({ author: '0' });
  await author.section(words.tabs.mine);
  await author.button(words.tabs.shifts).click();
  const morning = author.page.locator('[data-session="exhibition-morning"]');
  await morning.getByRole('button', { name: shifts.take }).click();
  await expect(morning.locator('[data-piece]')).toHaveCount(1);
  await narrowAndSound(author, 'shifts');

  await desk.section(words.tabs.mine);
  await desk.button(words.tabs.coverage).click();
  await expect(desk.page.locator('[data-gap]').first()).toBeVisible();
  await expect(desk.page.locator('[data-evenness=""]')).toHaveCount(0);
  await narrowAndSound(desk, 'coverage and figures');
});

test('a visitor: hands and the floor, pointing and following, their own things', async ({ visitors }) => {
  const { mine, hands, pointing } = words;
  const author = await Guest.enter(hall.server, hall.link(ingrid), { shortName: 'Ingrid S.' });
  await author.standAt(number);
  author.show(number, 0x80008000, 0x40004000);
  const other = await Guest.enter(hall.server, hall.link(leyla), { shortName: 'Leyla' });
  await other.standAt(number);
  await other.raiseHand(number);

  const one = await comeIn(await visitors.arrive('rafael', NARROW), hall.link(rafael));
  await one.stand(number);
  await one.section(words.tabs.talk);
  await one.button(hands.raise).first().click();
  await expect(one.page.locator('[data-hands="2"]').first()).toBeVisible();
  await narrowAndSound(one, 'hands at a booth');

  await one.section(words.tabs.posters);
  const row = one.page.locator(`[data-number="${number}"]`);
  await row.getByRole('button', { name: words.posters.saveNumber(number) }).click();
  await row.getByRole('button', { name: words.posters.readNumber(number) }).click();
  await expect(one.page.locator('[data-picture="ready"]')).toBeVisible();
  await one.button(new RegExp(`^${pointing.point}`)).click();
  await expect(one.page.locator('[data-follow]')).toBeVisible();
  await narrowAndSound(one, 'pointing');
  await one.page.locator('[data-follow] button').first().click();
  await expect(one.button(pointing.byMyself)).toBeVisible();
  await narrowAndSound(one, 'following');
  await one.tab(words.poster.about).click();
  await expect(one.page.locator('[data-similar]').getByRole('link').first()).toBeVisible();
  await narrowAndSound(one, 'posters like this one');
  await one.button(mine.leave).click();
  await expect(one.page.locator('[data-card]')).toContainText(rafael.email);
  await narrowAndSound(one, 'my card');
  await one.page.getByRole('dialog').getByRole('button', { name: mine.leave }).click();
  await expect(one.button(mine.cardLeft)).toBeVisible();
  await one.page.keyboard.press('Escape');
  await one.section(words.tabs.mine);
  await expect(one.page.locator('[data-my-cards]')).toContainText(String(number));
  await narrowAndSound(one, 'my things');
  author.leave();
  other.leave();
});
