// An author and their poster's file: sent, looked at, put up while others read it, brought back, refused, resumed; after
// the closing time an organiser says. By the keyboard alone, on a phone, with axe.

import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { amara, ingrid, organiser, rafael } from './people';
import { exampleEvent } from './support/paths';
import { sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';
import { within } from './support/within';

const davit = { name: 'Davit Gelashvili', email: 'davit@example.org', affiliation: 'Ilia State', role: 'author' as const, posters: ['omd26-A1', 'omd26-A4'] };
const hall = openHall([amara, rafael, ingrid, davit, organiser]);
const w = words.author;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const ID = 'omd26-A1';
let number = 0;

test.beforeAll(async () => {
  number = (await hall.server.api<{ number: number }>(`/posters/${ID}`)).number;
});

/** One page with these words on it, as small as a PDF gets, the type that large; `bytes` of comment behind it. */
function page(text: string, type = 40, bytes = 0, pages = 1): Buffer {
  const drawn = `BT /F ${type} Tf 40 200 Td (${text}) Tj ET\n`;
  const kids = Array.from({ length: pages }, () => '3 0 R').join(' ');
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages}>>endobj\n` +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 400]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n' +
      `4 0 obj<</Length ${drawn.length}>>stream\n${drawn}endstream endobj\n` +
      `5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n%${'x'.repeat(bytes)}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
}

const file = (name: string, buffer: Buffer): { name: string; mimeType: string; buffer: Buffer } => ({ name, mimeType: 'application/pdf', buffer });
const card = (who: Visitor): ReturnType<Visitor['page']['locator']> => who.page.locator('[data-file-card]');

async function choose(who: Visitor, name: string, buffer: Buffer): Promise<void> {
  await card(who).locator('input[type="file"]').setInputFiles(file(name, buffer));
}

async function openPage(who: Visitor): Promise<void> {
  await who.button(words.bar.me).click();
  await who.button(`${w.mine} ${number}`).click();
  await who.is({ author: String(number) });
  await expect(card(who)).toBeVisible();
}

async function putUp(who: Visitor, version: number, note = ''): Promise<void> {
  await expect(card(who).getByRole('button', { name: w.putUp })).toBeVisible();
  if (note !== '') await card(who).getByLabel(w.note).fill(note);
  await card(who).getByRole('button', { name: w.putUp }).click();
  await expect(card(who).getByText(w.isLive(version))).toBeVisible();
}

test('a file is replaced while two read it; both see the new one in seconds', { tag: '@seconds' }, async ({ visitors }) => {
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  await openPage(author);
  expect(new URL(author.page.url()).pathname).toBe(`/author/${number}`);
  const before = (await hall.server.api<{ version: number }>(`/posters/${ID}`)).version;
  await choose(author, 'first.pdf', page('Seiches'));
  await putUp(author, before + 1);

  const readers = [
    await (await visitors.arrive('amara')).enter(hall.link(amara), 'list'),
    await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list'),
  ];
  for (const reader of readers) {
    await reader.page.locator(`[data-number="${number}"]`).getByRole('button', { name: words.posters.readNumber(number) }).click();
    await expect(reader.page.locator('[data-picture="ready"]')).toBeVisible();
  }
  await choose(author, 'second.pdf', page('Tides of the lake', 9, 0, 3));
  // What one should know before it goes live.
  await expect(card(author).getByText(w.smallestWarn(9))).toBeVisible();
  await expect(card(author).getByText(w.pageOne(3))).toBeVisible();
  await card(author).getByRole('button', { name: w.look, exact: true }).click();
  const dialog = author.page.getByRole('dialog', { name: w.looking('second.pdf') });
  await expect(dialog.locator('[data-picture="ready"]')).toBeVisible();
  await author.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  for (const reader of readers) await expect(reader.page.locator('[data-version-line]')).not.toContainText(words.poster.version(before + 2));

  await card(author).getByLabel(w.note).fill('larger type');
  const pressed = Date.now();
  await card(author).getByRole('button', { name: w.putUp }).click();
  for (const reader of readers) {
    await expect(reader.page.locator('[data-version-line]')).toContainText('larger type', { timeout: 5000 });
    await expect(reader.page.locator('[data-picture="ready"]')).toBeVisible();
  }
  // The promise: every viewer swaps within 5 s of "Put it up".
  expect(Date.now() - pressed).toBeLessThan(5000);
  for (const reader of readers) await expect(reader.page.locator('[data-version-line]')).toContainText(words.author.byTheAuthor('').trim());
  await expect(card(author).locator(`[data-version="${before + 2}"]`)).toContainText(w.live);
  await card(author).getByRole('button', { name: w.againOf(before + 1) }).click();
  await expect(card(author).locator(`[data-version="${before + 3}"]`)).toContainText(w.broughtBack(before + 1));
  await expect(readers[0]?.page.locator('[data-version-line]') ?? card(author)).toContainText(words.poster.version(before + 3));
});

test('what is no poster is refused with its reason; what hangs stays', async ({ visitors }) => {
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  author.forgive(/status of 4(09|13)/);
  await openPage(author);
  const { version } = await hall.server.api<{ version: number }>(`/posters/${ID}`);
  await choose(author, 'page.pdf', Buffer.from('<html><script>1</script></html>'));
  const refused = card(author).locator('[data-upload="refused"]');
  await expect(refused).toContainText('is a web page');
  await expect(refused).toContainText(w.stays(version));
  await refused.getByRole('button', { name: w.dropOf('page.pdf') }).click();
  await expect(refused).toHaveCount(0);
  const huge = test.info().outputPath('huge.pdf');
  writeFileSync(huge, '%PDF-1.4\n');
  truncateSync(huge, 50_500_000);
  await card(author).locator('input[type="file"]').setInputFiles(huge);
  await expect(card(author).locator('[data-problem]')).toContainText(`${w.tooBig(51)} ${w.unchanged}`);
  await choose(author, 'nothing.pdf', Buffer.alloc(0));
  await expect(card(author).locator('[data-problem]')).toContainText(w.problems['empty'] ?? '');
  // A picture has no text: said.
  const png = readFileSync(join(exampleEvent, 'posters/omd26-A2.png'));
  await choose(author, 'picture.png', png);
  await expect(card(author).getByText(w.noTextWarn)).toBeVisible();
  await sound(author, 'the author’s page with a file to decide upon');
  await card(author).getByRole('button', { name: w.dropOf('picture.png') }).click();
  await expect(card(author).getByText(w.noTextWarn)).toHaveCount(0);
});

test('a file is let go on the page, on the field or beside it', async ({ visitors }) => {
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  await openPage(author);
  const here = author.page.url();
  const field = card(author).getByRole('group', { name: w.replace });
  for (const [name, target] of [['dropped.pdf', field], ['beside.pdf', author.page.locator('main[data-author] h1')]] as const) {
    const dataTransfer = await author.page.evaluateHandle(
      ([file, bytes]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], file, { type: 'application/pdf' }));
        return data;
      },
      [name, [...page('Let go')]] as const,
    );
    await target.dispatchEvent('dragover', { dataTransfer });
    await expect(field).toContainText(w.dropNow);
    await target.dispatchEvent('drop', { dataTransfer });
    await expect(field).not.toContainText(w.dropNow);
    await expect(card(author).getByRole('heading', { name })).toBeVisible();
    expect(author.page.url()).toBe(here);
    await card(author).getByRole('button', { name: w.dropOf(name) }).click();
    await expect(card(author).getByRole('heading', { name })).toHaveCount(0);
  }
});

test('a lost connection is waited for, and a reload goes on where it stopped', async ({ visitors }) => {
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  author.forgive(/ERR_|Failed to load/);
  await openPage(author);
  const large = page('Interrupted', 40, 3_000_000);
  /** So many pieces come through, then the line is cut. */
  let open = 3;
  const offsets: number[] = [];
  await author.page.route('**/api/v1/uploads/*/bytes*', async (route) => {
    if (offsets.length >= open) return route.abort('connectionfailed');
    offsets.push(Number(new URL(route.request().url()).searchParams.get('offset')));
    return route.continue();
  });
  await choose(author, 'large.pdf', large);
  const lost = card(author).getByText(w.lost('large.pdf'));
  await expect(lost).toBeVisible();
  open = 6;
  await expect.poll(() => offsets.length, 'it goes on by itself').toBe(6);
  expect(offsets[3], 'from where it stopped').toBeGreaterThan(offsets[2] ?? 0);
  // Cut for good: the page is loaded anew, and the same file goes on.
  await expect(lost).toBeVisible();
  await author.page.reload();
  await author.inside();
  await author.is({ author: String(number) });
  const stopped = card(author).locator('[data-upload="receiving"]');
  await expect(stopped).toContainText('large.pdf');
  open = Infinity;
  offsets.length = 0;
  const chooser = author.page.waitForEvent('filechooser');
  await stopped.getByRole('button', { name: w.goOn }).click();
  await (await chooser).setFiles(file('large.pdf', large));
  await expect(card(author).getByRole('button', { name: w.putUp })).toBeVisible();
  expect(offsets[0], 'not from its beginning').toBeGreaterThan(0);
  await card(author).getByRole('button', { name: w.dropOf('large.pdf') }).click();
});

test('after the closing time one asks; the organiser looks, declines, lets up; the author is told', async ({ visitors }) => {
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  author.forgive(/status of 409/);
  const desk = await (await visitors.arrive('noor')).enter(hall.link(organiser), 'list');
  await desk.section(words.tabs.files);
  await expect(desk.page.getByText(w.requestsNone)).toBeVisible();
  await desk.page.getByLabel(w.closing).fill('2026-01-01T12:00');
  await desk.button(w.closingSave).click();
  await expect(desk.page.getByText(w.closingSaved)).toBeVisible();
  await openPage(author);
  for (const [name, up] of [['late.pdf', false], ['later.pdf', true]] as const) {
    await choose(author, name, page(name));
    await expect(card(author).getByText(w.askHow)).toBeVisible();
    // Its tiles are made behind everything else that wants the processor.
    await card(author).getByRole('button', { name: w.ask }).click({ timeout: 60_000 });
    await expect(card(author).getByText(w.waits(name))).toBeVisible();
    const request = desk.page.locator('[data-request]');
    await expect(request).toContainText(name);
    await expect(desk.page.getByRole('navigation', { name: words.tabs.sections }).getByRole('button', { name: words.tabs.files })).toContainText('1');
    if (!up) await sound(desk, 'files that wait');
    await request.getByLabel(w.word).fill(up ? 'Thank you.' : 'Another font, please.');
    await request.getByRole('button', { name: up ? w.letUpOf(number) : w.declineOf(number) }).click();
    await expect(desk.page.getByText(up ? w.settledUp(number) : w.settledNo(number))).toBeVisible();
    const told = author.page.locator('[data-answer]');
    await expect(told).toContainText(up ? w.answerUp(number) : w.answerNo(number));
    await expect(told).toContainText(up ? 'Thank you.' : 'Another font, please.');
    await told.getByRole('button', { name: w.answerSeen }).click();
    await expect(told).toHaveCount(0);
  }
  await expect(card(author).locator('[data-version]').first()).toContainText('later.pdf');
  // Seen once is seen: nothing rings twice.
  await author.page.reload();
  await author.inside();
  await expect(card(author)).toBeVisible();
  await expect(author.page.locator('[data-answer]')).toHaveCount(0);
  await desk.page.getByLabel(w.closing).fill('');
  await desk.button(w.closingSave).click();
  await expect(card(author).getByText(w.file)).toBeVisible();
  const { code, out } = await hall.server.posterhall('audit', 'verify');
  expect(code, out).toBe(0);
});

test('the text view is written by the keyboard, panel by panel; back to the file’s own', async ({ visitors }) => {
  const path = test.info().outputPath('words.pdf');
  writeFileSync(path, page('Words of the file'));
  expect((await hall.server.posterhall('poster', 'put', ID, path)).code).toBe(0);
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  await openPage(author);
  const text = author.page.locator('[data-text-card]');
  await text.getByRole('button', { name: w.edit }).focus();
  await author.page.keyboard.press('Enter');
  await expect(text.getByLabel(w.heading).first()).toBeFocused();
  await author.page.keyboard.press('Control+a');
  await author.page.keyboard.type('Why lakes');
  await text.getByRole('button', { name: w.add }).focus();
  await author.page.keyboard.press('Enter');
  await expect(text.getByLabel(w.heading).last()).toBeFocused();
  await author.page.keyboard.type('What follows');
  await author.page.keyboard.press('Tab');
  await author.page.keyboard.press('Tab');
  await author.page.keyboard.press('Tab');
  await author.page.keyboard.press('Tab');
  await author.page.keyboard.type('Alarms in time.');
  await sound(author, 'the text being written');
  await text.getByRole('button', { name: w.saveText }).press('Enter');
  await expect(text.getByText(w.textSaved)).toBeVisible();
  await expect(text.getByRole('heading', { name: 'Why lakes' })).toBeVisible();
  const reader = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  await reader.page.locator(`[data-number="${number}"]`).getByRole('button', { name: words.posters.readNumber(number) }).click();
  await reader.button(words.poster.text).click();
  await expect(reader.page.locator('[data-text]').getByText('Alarms in time.')).toBeVisible();
  await text.getByRole('button', { name: w.backToFile }).click();
  await expect(text.getByText(w.backToFileDone)).toBeVisible();
  await expect(reader.page.locator('[data-text]').getByText('Alarms in time.')).toHaveCount(0);
  await author.page.keyboard.press('Escape');
  await author.is({ author: '0' });
});

test('an author’s link opens at their own booth, and says when they are awaited; coming back moves nobody', async ({ visitors }) => {
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'hall');
  await author.standsAt(number);
  const door = author.page.locator('[data-door]');
  await expect(door).toContainText(w.doorHere(number));
  await sound(author, 'at the door');
  await door.getByRole('button', { name: w.open }).click();
  await author.is({ author: String(number) });
  await author.page.keyboard.press('Escape');
  await expect(door).toHaveCount(0);
  const other = (await hall.server.api<{ number: number }>('/posters/omd26-C2')).number;
  await author.goTo(other);
  await author.page.reload();
  await author.inside();
  await author.standsAt(other);
  await expect(door).toHaveCount(0);
  const stranger = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await stranger.is({ place: 'none' });
});

test('on a phone, for an author of two posters; nobody else opens it', async ({ visitors }) => {
  const author = await visitors.arrive('davit', PHONE);
  await author.openLink(hall.link(davit));
  await author.pressEnter();
  await author.section(words.tabs.mine);
  await author.button(w.mine).click();
  await expect(card(author)).toBeVisible();
  await within(author, 'the author’s page');
  await sound(author, 'the author’s page on a phone');
  const other = (await hall.server.api<{ number: number }>('/posters/omd26-A4')).number;
  await author.page.getByLabel(w.which).selectOption({ index: 1 });
  await author.is({ author: String(other) });
  await author.page.setViewportSize({ width: 320, height: 640 });
  await within(author, 'the author’s page, 320 pixels');
  const stranger = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  await stranger.page.goto(`${hall.server.url}/author/${number}`);
  await stranger.inside();
  await expect(stranger.page.getByText(w.notYours)).toBeVisible();
});
