// Breakouts: an author proposes, an organiser places by keys, by dragging and from lists, what meets is said before; everybody
// reads it in the programme, the author reads the answer; declined with a word; narrow, with axe.

import type { Locator } from '@playwright/test';
import { amara, host, ingrid, organiser } from './people';
import { narrowAndSound, NARROW, sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const hall = openHall([amara, host, ingrid, organiser]);
const { board, proposals } = words;

const mine = (who: Visitor) => who.page.locator('[data-breakouts="mine"]');
const places = (who: Visitor) => who.page.locator('[data-board]');
const card = (who: Visitor, title: string) => places(who).locator('[data-card]', { hasText: title });
const banner = (who: Visitor) => who.page.locator('[data-decision]');

async function programmeOf(visitor: Promise<Visitor>, link: string): Promise<Visitor> {
  const who = await (await visitor).enter(link, 'list');
  await who.section(words.tabs.programme);
  return who;
}

/** Through the form; `wished`: which of the slots, from the first. */
async function propose(who: Visitor, title: string, wished: readonly number[]): Promise<void> {
  await mine(who).getByRole('button', { name: proposals.propose }).click();
  const form = who.page.locator('[data-proposal-form]');
  await form.getByLabel(proposals.title).fill(title);
  await form.getByLabel(proposals.kind).selectOption({ label: proposals.kinds[3] ?? '' });
  await form.getByLabel(proposals.summary).fill('Bring a notebook.');
  for (const index of wished) {
    await form.locator('label.check').nth(index).click();
    await expect(form.getByRole('checkbox').nth(index)).toBeChecked();
  }
  await form.getByRole('button', { name: proposals.send }).click();
  await expect(form).toBeHidden();
  await expect(mine(who).locator('[data-proposal]', { hasText: title })).toHaveAttribute('data-state', 'proposed');
}

async function openBoard(who: Visitor): Promise<void> {
  await who.page.getByRole('button', { name: board.open }).click();
  await expect(places(who)).toBeVisible();
}

/** By row of slots and column of rooms, while a card is carried. */
const target = (who: Visitor, row: number, column: number) => places(who).locator(`[data-target="${row}-${column}"]`);
/** The same place, also while none is carried. */
const cell = (who: Visitor, row: number, column: number) => places(who).locator('tbody tr').nth(row).locator('td').nth(column);

/** With the mouse: taken up first, then over the place, then let go. */
async function drag(who: Visitor, from: Locator, row: number, column: number): Promise<void> {
  await from.hover({ position: { x: 6, y: 6 } });
  await who.page.mouse.down();
  await from.hover({ position: { x: 12, y: 12 } });
  await expect(places(who)).not.toHaveAttribute('data-carried', '0');
  // What a place is for it is said there by now.
  await target(who, row, column).hover({ position: { x: 5, y: 5 } });
  await target(who, row, column).hover();
  await expect(cell(who, row, column)).toHaveClass(/over/);
  await who.page.mouse.up();
}

test('proposed by an author, placed by keys with its clash said, in everybody’s programme; the author reads it', async ({ visitors }) => {
  const title = 'Reproducible by default';
  const author = await programmeOf(visitors.arrive('ingrid'), hall.link(ingrid));
  const reader = await programmeOf(visitors.arrive('amara'), hall.link(amara));
  const noor = await programmeOf(visitors.arrive('noor'), hall.link(organiser));
  await expect(reader.page.locator('[data-breakouts]')).toHaveCount(0);
  await expect(noor.page.getByText(board.waiting(0))).toBeVisible();
  await propose(author, title, [0, 2]);
  await sound(author, 'my breakouts', '[data-breakouts="mine"]');
  await expect(noor.page.getByText(board.waiting(1))).toBeVisible();

  await openBoard(noor);
  // Ingrid tends her poster in the morning session, which the first slot meets; the third is after it.
  const clash = card(noor, title).locator('[data-clash]');
  await expect(clash).toHaveCount(1);
  await expect(clash).toContainText('Ingrid Solheim');
  await card(noor, title).getByRole('button', { name: board.pickUp(title) }).press('Enter');
  await expect(target(noor, 2, 0)).toBeFocused();
  await expect(target(noor, 2, 0)).toHaveText(`${board.free} · ${board.wished}`);
  await expect(cell(noor, 0, 0)).toHaveAttribute('data-place', 'clash');
  await expect(target(noor, 0, 0)).toContainText('Ingrid Solheim');
  await expect(target(noor, 0, 2)).toHaveText(board.taken('Bring a trace, live'));
  await sound(noor, 'the board, carrying', '[data-board]');
  // Escape leaves it, the board stays.
  await noor.page.keyboard.press('Escape');
  await expect(target(noor, 2, 0)).toHaveCount(0);
  await expect(places(noor).locator('[data-said]')).toHaveText(board.left(title));
  await expect(card(noor, title).getByRole('button', { name: board.pickUp(title) })).toBeFocused();
  // A taken room is refused where one stands.
  await noor.page.keyboard.press('Space');
  await expect(target(noor, 2, 0)).toBeFocused();
  for (const [key, row, column] of [
    ['ArrowUp', 1, 0],
    ['ArrowUp', 0, 0],
    ['ArrowRight', 0, 1],
    ['ArrowRight', 0, 2],
  ] as const) {
    await noor.page.keyboard.press(key);
    await expect(target(noor, row, column)).toBeFocused();
  }
  await expect(places(noor).locator('[data-said]')).toContainText('Bring a trace, live');
  await noor.page.keyboard.press('Enter');
  await expect(places(noor).locator('[data-said]')).toHaveText(board.not(board.taken('Bring a trace, live')));
  for (const [key, row, column] of [
    ['ArrowDown', 1, 2],
    ['ArrowDown', 2, 2],
    ['ArrowLeft', 2, 1],
  ] as const) {
    await noor.page.keyboard.press(key);
    await expect(target(noor, row, column)).toBeFocused();
  }
  await noor.page.keyboard.press('Enter');
  await expect(cell(noor, 2, 1).getByRole('group', { name: title })).toBeVisible();
  await expect(cell(noor, 2, 1).getByRole('button', { name: board.moveOf(title) })).toBeFocused();

  await expect(banner(author)).toContainText(title);
  await expect(banner(author)).toContainText('Breakout 2');
  await banner(author).getByRole('button', { name: proposals.show }).click();
  const own = author.page.locator('[data-session^="proposal-"]', { hasText: title });
  await expect(own.getByRole('heading', { name: title })).toBeFocused();
  await banner(author).getByRole('button', { name: proposals.seen }).click();
  await expect(banner(author)).toHaveCount(0);
  await expect(mine(author).locator('[data-proposal]', { hasText: title })).toHaveAttribute('data-state', 'placed');
  const read = reader.page.locator('[data-session^="proposal-"]', { hasText: title });
  await expect(read).toContainText('Breakout 2');
  await expect(read).toContainText('Ingrid Solheim');

  // Withdrawn, it is out of everybody's programme, and of the board.
  await mine(author).getByRole('button', { name: proposals.withdrawOf(title) }).click();
  await mine(author).getByRole('group', { name: proposals.withdrawOf(title) }).getByRole('button', { name: proposals.withdraw }).click();
  await expect(mine(author).locator('[data-proposal]')).toHaveCount(0);
  await expect(read).toHaveCount(0);
  await expect(cell(noor, 2, 1).getByRole('group')).toHaveCount(0);
});

test('placed by dragging, moved, not into a taken room, and taken down', async ({ visitors }) => {
  const title = 'A camera to take apart';
  const author = await programmeOf(visitors.arrive('wei'), hall.link(host));
  await propose(author, title, []);
  const noor = await programmeOf(visitors.arrive('noor'), hall.link(organiser));
  await openBoard(noor);
  await drag(noor, card(noor, title), 2, 0);
  const placed = (row: number, column: number) => cell(noor, row, column).getByRole('group', { name: title });
  await expect(placed(2, 0)).toBeVisible();
  await expect(author.page.locator('[data-session^="proposal-"]', { hasText: title })).toContainText('Breakout 1');
  await drag(noor, placed(2, 0), 0, 2);
  await expect(places(noor).locator('[data-said]')).toHaveText(board.not(board.taken('Bring a trace, live')));
  await expect(placed(2, 0)).toBeVisible();
  await drag(noor, placed(2, 0), 2, 2);
  await expect(placed(2, 2)).toBeVisible();
  await expect(author.page.locator('[data-session^="proposal-"]', { hasText: title })).toContainText('Breakout 3');
  await placed(2, 2).getByRole('button', { name: board.takeDownOf(title) }).click();
  await expect(card(noor, title)).toBeVisible();
  await expect(card(noor, title).getByRole('button', { name: board.pickUp(title) })).toBeFocused();
  await expect(author.page.locator('[data-session^="proposal-"]', { hasText: title })).toHaveCount(0);
  await expect(banner(author)).toContainText(proposals.decided.proposed(title));
  await expect(mine(author).locator('[data-proposal]', { hasText: title })).toHaveAttribute('data-state', 'proposed');
});

test('declined with a word, read by who proposed it when they come back; changed before', async ({ visitors }) => {
  const title = 'Nothing but slides';
  const author = await programmeOf(visitors.arrive('ingrid'), hall.link(ingrid));
  await propose(author, 'Nothing', []);
  await mine(author).getByRole('button', { name: proposals.changeOf('Nothing') }).click();
  const form = author.page.locator('[data-proposal-form]');
  await expect(form.getByLabel(proposals.title)).toHaveValue('Nothing');
  await form.getByLabel(proposals.title).fill(title);
  await form.getByRole('button', { name: proposals.save }).click();
  await expect(mine(author).getByRole('heading', { name: title })).toBeVisible();
  await author.page.goto('about:blank');

  const noor = await programmeOf(visitors.arrive('noor'), hall.link(organiser));
  await openBoard(noor);
  await card(noor, title).getByRole('button', { name: board.declineOf(title) }).click();
  const dialog = noor.page.locator('[data-decline-dialog]');
  await expect(dialog.getByLabel(board.declineWord)).toBeFocused();
  await dialog.getByLabel(board.declineWord).fill('Bring something one can touch.');
  await dialog.getByRole('button', { name: board.declineDo }).click();
  await expect(places(noor).locator('[data-said]')).toHaveText(board.declined(title));

  const again = await programmeOf(visitors.arrive('ingrid again'), hall.link(ingrid));
  await expect(banner(again)).toContainText(proposals.decided.declined(title));
  await expect(banner(again)).toContainText('Bring something one can touch.');
  const row = mine(again).locator('[data-proposal]', { hasText: title });
  await expect(row).toHaveAttribute('data-state', 'declined');
  await expect(row).toContainText(proposals.word('Bring something one can touch.'));
});

test('on a phone: proposed, and placed from lists', async ({ visitors }) => {
  const title = 'Two seats and a poster';
  const author = await programmeOf(visitors.arrive('ingrid', NARROW), hall.link(ingrid));
  await propose(author, title, [2]);
  await narrowAndSound(author, 'my breakouts');
  const noor = await programmeOf(visitors.arrive('noor', NARROW), hall.link(organiser));
  await openBoard(noor);
  await expect(card(noor, title)).toBeVisible();
  await sound(noor, 'the board', '[data-board]');
  await card(noor, title).getByRole('button', { name: board.placeOf(title) }).click();
  const dialog = noor.page.locator('[data-place-dialog]');
  await dialog.getByLabel(board.room).selectOption({ label: 'Breakout 3' });
  await expect(dialog.getByRole('status')).toContainText(board.free);
  await dialog.getByLabel(board.slot).selectOption({ index: 0 });
  await expect(dialog.getByRole('status')).toContainText(board.taken('Bring a trace, live'));
  await dialog.getByLabel(board.slot).selectOption({ index: 2 });
  await narrowAndSound(noor, 'a place from lists');
  await dialog.getByRole('button', { name: board.placeDo }).click();
  await expect(dialog).toBeHidden();
  await expect(cell(noor, 2, 2).getByRole('group', { name: title })).toBeVisible();
  await expect(author.page.locator('[data-session^="proposal-"]', { hasText: title })).toContainText('Breakout 3');
});

test('at the server: people on a poster, their own, and organisers only', async ({ visitors }) => {
  const asked = (who: Visitor, path: string, body?: unknown) =>
    who.page.evaluate(
      async ([to, sent]) => (await fetch(`/api/v1/proposals${to}`, sent === undefined ? {} : { method: 'POST', body: JSON.stringify(sent) })).status,
      [path, body] as const,
    );
  const author = await programmeOf(visitors.arrive('wei'), hall.link(host));
  const reader = await programmeOf(visitors.arrive('amara'), hall.link(amara));
  const other = await programmeOf(visitors.arrive('ingrid'), hall.link(ingrid));
  const keyOf = async (poster: string) => (await hall.server.api<{ key: number }>(`/posters/${poster}`)).key;
  const [key, others] = [await keyOf('omd26-A2'), await keyOf('omd26-A1')];
  author.forgive(/status of 400/); // a proposal without a title
  const wish = { poster: key, kind: 'PROPOSAL_KIND_TALK', title: 'By hand', summary: '', wantedMs: [], after: 0 };
  expect(await asked(reader, '')).toBe(403);
  expect(await asked(reader, '', wish)).toBe(403);
  expect(await asked(author, '', { ...wish, poster: others })).toBe(403);
  expect(await asked(author, '', { ...wish, title: ' ' })).toBe(400);
  expect(await asked(author, '', wish)).toBe(200);
  const row = mine(author).locator('[data-proposal]', { hasText: 'By hand' });
  await expect(row).toHaveAttribute('data-state', 'proposed');
  const id = await row.getAttribute('data-proposal');
  for (const step of ['place', 'take-down', 'decline']) expect(await asked(author, `/${id}/${step}`, { after: 1, room: 1 })).toBe(403);
  expect(await asked(other, `/${id}/withdraw`, { after: 1 })).toBe(404);
  expect(await asked(author, `/${id}/praise`, {})).toBe(404);
});
