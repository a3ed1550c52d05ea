// Slides of a breakout: uploaded and looked through by its host, shown to all, turned by keys; who waits and who comes
// late see the same page, in words too; replaced and taken away.

import { amara, host, leyla, rafael } from './people';
import { NARROW, narrowAndSound, sound } from './support/sound';
import { slidesPdf } from './support/slides_pdf';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';
import { inLine } from './support/words';
import type { Visitor } from './support/visitor';
import { slides as w } from '../../client-web/src/words/en/slides';

const hall = openHall([amara, rafael, leyla, host]);
const b = words.breakout;
/** Two seats (support/event_toml.ts). */
const SMALL = 'Breakout 2';
/** Slides are drawn behind whatever else the machine has to do. */
const DRAWN = { timeout: 90_000 };
test.setTimeout(360_000);

const screen = (who: Visitor) => who.page.locator('[data-breakout]');
const slide = (who: Visitor) => screen(who).locator('img[data-slide]');
const press = (who: Visitor, name: string) => screen(who).getByRole('button', { name, exact: true }).press('Enter');

async function goIn(who: Visitor, full = false): Promise<void> {
  await who.section(words.tabs.programme);
  const button = who.room(SMALL).getByRole('button', { name: full ? inLine(SMALL) : words.rooms.goInName(SMALL) });
  await button.press('Enter');
  await expect(screen(who)).toBeVisible();
}

/** That page, its picture there, and its words beside it. */
async function sees(who: Visitor, page: number, of: number, text: string): Promise<void> {
  await expect(slide(who)).toHaveAttribute('data-slide', String(page));
  await expect(slide(who)).toHaveAccessibleName(w.pageTitled(page, of, text));
  await expect(slide(who)).toHaveAccessibleDescription(text);
  await expect.poll(() => slide(who).evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBe(1600);
}

test('a host uploads slides, and all see the same page', async ({ visitors }) => {
  const wei = await (await visitors.arrive('wei')).enter(hall.link(host), 'list');
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');

  // Before they go in: from the session in the programme.
  await wei.section(words.tabs.programme);
  const session = wei.page.locator('[data-session="b-tiny"]');
  await session.getByRole('button', { name: /^Slides of/ }).press('Enter');
  const desk = wei.page.locator('[data-slides="b-tiny"]');
  await expect(desk).toContainText(w.none);
  const give = (name: string, bytes: Buffer) =>
    desk.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/pdf', buffer: bytes });
  await give('talk.pptx.pdf', Buffer.from('PK\x03\x04 a presentation'));
  await expect(desk.getByRole('alert')).toContainText('is an office document or an archive; save the slides as PDF.');
  await desk.getByRole('button', { name: words.author.dropOf('talk.pptx.pdf') }).press('Enter');
  await give('kettles.pdf', slidesPdf(['Kettles', 'Lids', 'Twelve metres']));
  const look = desk.locator('[data-upload="ready"] [data-look]');
  await expect(look).toHaveAttribute('data-look', '1', DRAWN);
  await look.getByRole('button', { name: w.next }).press('Enter');
  await expect(look.locator('img')).toHaveAccessibleName(w.pageTitled(2, 3, 'Lids'));
  await desk.getByRole('button', { name: w.use }).press('Enter');
  await expect(desk).toContainText(w.used);
  await expect(desk.getByRole('heading', { name: w.showOf('kettles.pdf', 3) })).toBeFocused();
  await sound(wei, 'slides, put up', 'dialog[open]');
  await wei.page.keyboard.press('Escape');
  // Others have no such button.
  await one.section(words.tabs.programme);
  await expect(one.page.locator('[data-session="b-tiny"]')).toBeVisible();
  await expect(one.page.getByRole('button', { name: /^Slides of/ })).toHaveCount(0);

  // Host and attendee inside, a third in the line.
  const card = wei.room(SMALL);
  const enter = card.getByRole('button', { name: words.rooms.goInName(SMALL) });
  const open = card.getByRole('button', { name: words.rooms.hostOpen });
  await expect(open.or(enter).first()).toBeVisible();
  if (await open.isVisible()) await open.press('Enter');
  await enter.press('Enter');
  await expect(screen(wei)).toHaveAttribute('data-leads', 'true');
  await goIn(one);
  const line = await (await visitors.arrive('rafael', NARROW)).enter(hall.link(rafael), 'list');
  await goIn(line, true);
  await expect(screen(line)).toHaveAttribute('data-line', '1');

  await press(wei, w.show);
  for (const who of [wei, one, line]) await sees(who, 1, 3, 'Kettles');
  await expect(screen(one).getByRole('button', { name: w.next })).toHaveCount(0);
  // The button that showed them is gone; the keys go on all the same.
  await expect(screen(wei).getByRole('button', { name: w.next })).toBeFocused();
  await wei.page.keyboard.press('ArrowRight');
  for (const who of [wei, one, line]) await sees(who, 2, 3, 'Lids');
  await wei.page.keyboard.press('PageDown');
  for (const who of [wei, one, line]) await sees(who, 3, 3, 'Twelve metres');
  await wei.page.keyboard.press('ArrowRight'); // the last stays the last
  await wei.page.keyboard.press('ArrowLeft');
  for (const who of [one, line]) await sees(who, 2, 3, 'Lids');
  // Keys of somebody who neither leads nor speaks turn nothing.
  await screen(one).getByRole('heading', { level: 1 }).focus();
  await one.page.keyboard.press('ArrowRight');
  await narrowAndSound(line, 'breakout, slides');
  await sound(wei, 'breakout, slides, host', '[data-breakout]');
  await expect(slide(wei)).toHaveAttribute('data-slide', '2');

  // Who has the floor turns them, and who comes late sees what all see.
  await press(one, b.raise);
  await press(wei, b.giveTo(amara.name));
  await press(one, w.next);
  await sees(wei, 3, 3, 'Twelve metres');
  const late = await (await visitors.arrive('leyla')).enter(hall.link(leyla), 'hall');
  await goIn(late, true);
  await sees(late, 3, 3, 'Twelve metres');

  // Other slides in their place, from the stage: what is shown stays until they are shown.
  await screen(wei).getByRole('button', { name: /^Slides of/ }).press('Enter');
  await give('kettles 2.pdf', slidesPdf(['Kettles, again']));
  await expect(desk.getByRole('button', { name: w.use })).toBeVisible(DRAWN);
  await desk.getByRole('button', { name: w.use }).press('Enter');
  await expect(desk).toContainText(w.used);
  await wei.page.keyboard.press('Escape');
  await sees(one, 3, 3, 'Twelve metres');
  await press(wei, w.showNewer);
  for (const who of [wei, one, line, late]) await sees(who, 1, 1, 'Kettles, again');

  // Away: for everybody.
  await screen(wei).getByRole('button', { name: /^Slides of/ }).press('Enter');
  await desk.getByRole('button', { name: w.remove }).press('Enter');
  await desk.getByRole('button', { name: w.removeNow }).press('Enter');
  await expect(desk).toContainText(w.removed);
  await wei.page.keyboard.press('Escape');
  await expect(screen(one).getByText(w.gone)).toBeVisible();
  await press(wei, w.stop);
  await expect(screen(one).locator('[data-shown-deck="0"]')).toBeVisible();
});
