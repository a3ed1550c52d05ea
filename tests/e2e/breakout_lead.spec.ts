// Who leads when a host drops: the floor is kept for them, then a co-host, else the organisers on duty are asked; questions go
// on; the host comes back as host. And what comes after the soft end: ten minutes to talk on, or a table in the foyer.

import { amara, host, ingrid, leyla, organiser, rafael } from './people';
import { eventToml } from './support/event_toml';
import { KeyboardHands } from './support/hands';
import { NARROW, narrowAndSound, sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';
import type { Visitor } from './support/visitor';

/** Beside the others: a room of its own, hosted by somebody else, so that two hosts can drop at once. */
const ALONE = { id: 'b-alone', title: 'Shores by hand', kind: 'breakout', room: 'Breakout 4', hosts: [ingrid.email], from: -5, to: 95 };
const hall = openHall([amara, rafael, leyla, ingrid, host, organiser], [], () => eventToml(Date.now(), { rooms: [['Breakout 4', 40]], sessions: [ALONE] }));
const w = words.rooms;
const b = words.breakout;
const LARGE = 'Breakout 1';
const SCORES = { id: 'b-scores', title: 'Scores that can be run again', room: 1 };
const MINUTE = 60_000;
/** So long the floor of a host who is gone is kept (product.md). */
const KEPT_MS = 30_000;
/** The floor is kept, then somebody is asked: a slow machine says so some time later. */
const ASKED = { timeout: KEPT_MS + 20_000 };
test.setTimeout(300_000);

const screen = (who: Visitor) => who.page.locator('[data-breakout]');
const banner = (who: Visitor) => screen(who).locator('[data-room-banner]');
const press = (who: Visitor, name: string) => screen(who).getByRole('button', { name, exact: true }).press('Enter');
const question = (who: Visitor, text: string) => screen(who).locator('[data-room-question]').filter({ hasText: text });
const onStage = (who: Visitor, person: { readonly shortName?: string; readonly name: string }) => screen(who).locator('[data-host]').filter({ hasText: person.shortName ?? person.name });

/** In, by the programme. Who hosts opens the door, if it did not open by itself; who was there a moment ago has kept the seat. */
async function goIn(who: Visitor, name: string): Promise<void> {
  const open = who.room(name).getByRole('button', { name: w.hostOpen });
  const enter = who.room(name).getByRole('button', { name: w.goInName(name) });
  const programme = who.page.getByRole('tab', { name: words.tabs.programme });
  const seated = screen(who).and(who.page.locator('[data-seat="true"]'));
  await expect(async () => {
    if (!(await screen(who).isVisible())) {
      await programme.or(who.page.getByRole('navigation', { name: words.tabs.sections }).getByRole('button', { name: words.tabs.programme })).first().click({ timeout: 1000 });
      await expect(open.or(enter).first()).toBeVisible({ timeout: 2000 });
      if (await open.isVisible()) await open.press('Enter', { timeout: 1000 });
      await enter.press('Enter', { timeout: 2000 });
    }
    await expect(seated).toBeVisible({ timeout: 2000 });
  }).toPass();
}

async function asks(who: Visitor, text: string): Promise<void> {
  const ask = screen(who).getByRole('textbox', { name: b.ask });
  await ask.fill(text);
  await ask.press('Enter');
  await expect(question(who, text)).toContainText(b.mineWaits);
}

async function session(noor: Visitor, wish: object): Promise<number> {
  const answer = await noor.page.evaluate(async (body) => {
    const headers = { 'Content-Type': 'application/json' };
    const got = await fetch('/api/v1/programme/session', { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: got.status, change: Number(((await got.json()) as { change?: number }).change ?? 0) };
  }, wish);
  expect(answer.status).toBe(200);
  return answer.change;
}

test('a host drops: the floor is kept, then a co-host, or else the organiser on duty, leads until they are back', async ({ visitors }) => {
  const wei = await (await visitors.arrive('wei')).enter(hall.link(host), 'list');
  const shore = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  const two = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  const three = await (await visitors.arrive('leyla', NARROW)).enter(hall.link(leyla), 'list');
  const noor = await (await visitors.arrive('noor')).enter(hall.link(organiser), 'list');
  await goIn(wei, LARGE);
  await goIn(one, LARGE);
  await goIn(two, LARGE);
  await goIn(shore, ALONE.room);
  await goIn(three, ALONE.room);

  // Amara is named co-host; each audience has asked something before the hosts drop.
  await screen(wei).getByRole('list', { name: b.audience }).getByRole('button', { name: new RegExp(`^${amara.name}`) }).press('Enter');
  await wei.page.getByRole('dialog', { name: amara.name }).getByRole('button', { name: b.nameCohostName(amara.name) }).press('Enter');
  await expect(onStage(two, amara)).toContainText(b.cohost);
  await asks(two, 'Who runs them again?');
  await screen(three).getByRole('tab', { name: b.tabs.room }).click();
  await asks(three, 'Which shore?');

  const dropped = Date.now();
  await Promise.all([wei.page.close(), shore.page.close()]);
  // All read it; the floor is theirs, clock and hands go on.
  for (const [who, gone] of [
    [one, host],
    [two, host],
    [three, ingrid],
  ] as const) {
    await expect(banner(who)).toContainText(b.goneBanner(gone.name));
    await expect(banner(who)).toHaveAttribute('data-room-banner', 'gone');
    await expect(banner(who)).toContainText(new RegExp(b.goneHow('\\d\\d:\\d\\d( .1 day)?')));
    await expect(screen(who).getByRole('button', { name: b.leadNow })).toHaveCount(0);
  }
  await expect(onStage(two, host)).toHaveAttribute('data-gone', 'true');
  await press(two, b.raise);
  await expect(screen(one).locator('[data-hands="1"]')).toBeVisible();
  await expect(noor.page.locator('[data-room-called]')).toHaveCount(0);

  // The co-host is asked, and nobody else there; without a co-host the organiser is, wherever they are.
  await expect(banner(one)).toHaveAttribute('data-room-banner', 'asked', ASKED);
  expect(Date.now() - dropped).toBeGreaterThan(KEPT_MS);
  await expect(banner(one)).toContainText(b.leadAsked(host.name));
  await expect(screen(two).getByRole('button', { name: b.leadNow })).toHaveCount(0);
  // They have 30 s to say so, by keyboard alone; axe looks at no more than is new.
  await sound(one, 'asked to lead', '[data-room-banner]');
  await new KeyboardHands(one.page).press('button', b.leadNow);
  await expect(onStage(two, amara)).toContainText(b.lead);
  await expect(banner(one)).toHaveAttribute('data-room-banner', 'gone');
  const called = noor.page.locator('[data-room-called]');
  await expect(called).toContainText(b.leadAskedIn(ALONE.room), ASKED);
  await expect(called).toHaveCount(1);
  expect(Date.now() - dropped).toBeGreaterThan(KEPT_MS);
  await expect(banner(two)).toHaveAttribute('data-room-banner', 'gone');
  await expect(banner(two)).toContainText(b.goneOver);
  await expect(screen(two).getByRole('button', { name: b.leadNow })).toHaveCount(0);
  await sound(noor, 'the organiser is asked to lead');
  await sound(two, 'a host is gone', '[data-breakout]');
  await narrowAndSound(three, 'a host is gone, on a phone');

  // The organiser follows too, and questions go on.
  await press(one, b.showQuestionOf('Who runs them again?'));
  await expect(question(two, 'Who runs them again?')).not.toContainText(b.mineWaits);
  await press(one, b.giveTo(rafael.name));
  await expect(screen(two).locator('.room-dock').getByText(b.youHaveFloor)).toBeVisible();

  await new KeyboardHands(noor.page).press('button', b.leadNow);
  await expect(called).toHaveCount(0);
  await expect(screen(noor)).toHaveAttribute('data-leads', 'true');
  await press(noor, b.showQuestionOf('Which shore?'));
  await expect(question(three, 'Which shore?')).not.toContainText(b.mineWaits);
  await screen(three).getByRole('tab', { name: b.tabs.stage }).click();
  await expect(onStage(three, organiser)).toContainText(b.lead);
  await narrowAndSound(three, 'led by an organiser, on a phone');

  // Back, they lead again, from the seat they had; who stood in does not.
  for (const [who, back, watches] of [
    [wei, host, two],
    [shore, ingrid, three],
  ] as const) {
    who.page = await who.context.newPage();
    await who.page.goto(hall.server.url);
    await who.inside();
    await expect(screen(who)).toHaveAttribute('data-leads', 'true');
    await expect(screen(who)).toHaveAttribute('data-seat', 'true');
    await expect(banner(watches)).toHaveAttribute('data-room-banner', '');
    await expect(onStage(watches, back)).not.toHaveAttribute('data-gone', 'true');
    await expect(onStage(watches, back)).toContainText(b.host);
  }
  await expect(onStage(two, amara)).not.toContainText(b.lead);
  await expect(onStage(three, organiser)).toHaveCount(0);
  await expect(screen(noor)).toHaveAttribute('data-leads', 'false');
});

test('after the soft end ten minutes to talk on; when the next session begins sooner, one table in the foyer for all', async ({ visitors }) => {
  const wei = await (await visitors.arrive('wei')).enter(hall.link(host), 'list');
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  const two = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'hall');
  const noor = await (await visitors.arrive('noor')).enter(hall.link(organiser), 'list');
  await goIn(wei, LARGE);
  await goIn(one, LARGE);
  await goIn(two, LARGE);
  const lagos = (ms: number): string => new Intl.DateTimeFormat('en-GB', { timeZone: 'Africa/Lagos', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms);
  const offered = (who: Visitor) => banner(who).getByRole('button');

  const end = Date.now() - 1000;
  const kind = 'SESSION_KIND_BREAKOUT';
  await session(noor, { session: { ...SCORES, kind, span: { startMs: end - 40 * MINUTE, endMs: end } }, after: 0 });
  for (const who of [wei, one, two]) {
    await expect(banner(who)).toHaveAttribute('data-room-banner', 'ended');
    await expect(banner(who)).toContainText(b.endedHow(lagos(end + 10 * MINUTE)).slice(0, -1));
    await expect(offered(who)).toHaveCount(0);
  }
  const talk = screen(one).getByRole('textbox', { name: words.say.toRoom(LARGE) });
  await screen(one).getByRole('tab', { name: b.tabs.talk }).press('Enter');
  await talk.fill('Shall we go on?');
  await talk.press('Enter');
  await screen(two).getByRole('tab', { name: b.tabs.talk }).press('Enter');
  await expect(screen(two).getByText('Shall we go on?')).toBeVisible();

  // The room is wanted in four minutes: it is said until when, and the same table is offered to all.
  const next = end + 4 * MINUTE;
  await session(noor, { session: { id: '', title: 'The next ones', room: SCORES.room, kind, span: { startMs: next, endMs: next + 40 * MINUTE } }, after: 0 });
  for (const who of [wei, one, two]) {
    await expect(banner(who)).toContainText(lagos(next));
    await expect(offered(who)).toHaveCount(1);
    await expect(offered(who)).toHaveAccessibleName(b.goToTable(1));
  }
  await sound(one, 'a table offered', '[data-breakout]');
  await sound(two, 'a table offered in the hall', '[data-breakout]');
  await new KeyboardHands(one.page).press('button', b.goToTable(1));
  await expect(screen(one)).toHaveCount(0);
  await one.is({ place: words.place.table(1) });
  await new KeyboardHands(two.page).press('button', b.goToTable(1));
  await expect(screen(two)).toHaveCount(0);
  await expect(two.page.locator('body')).toHaveAttribute('data-place', words.place.table(1), { timeout: 45_000 });
  await expect(one.page.locator('body')).toHaveAttribute('data-members', '2');
  // Nobody is moved against their will: who pressed nothing stays.
  await expect(screen(wei)).toHaveAttribute('data-seat', 'true');
});
