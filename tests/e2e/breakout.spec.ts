// A breakout, whole: the line, hands, the floor, questions, a poster shown in step, five minutes left, the soft end, the
// close; a host who drops and comes back. The slot is shortened live by an organiser: nothing waits for a real hour.

import { amara, host, leyla, organiser, rafael } from './people';
import { NARROW, narrowAndSound, sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';
import { inLine } from './support/words';
import type { Visitor } from './support/visitor';

const hall = openHall([amara, rafael, leyla, host, organiser]);
const w = words.rooms;
const b = words.breakout;
/** Sixty seats, and two (support/event_toml.ts). */
const LARGE = 'Breakout 1';
const SMALL = 'Breakout 2';
const TINY = { id: 'b-tiny', title: 'Two seats and a kettle', room: 2 };
const MINUTE = 60_000;
// Four people, each with a page: much for a slow machine.
test.setTimeout(180_000);

const screen = (who: Visitor) => who.page.locator('[data-breakout]');
const banner = (who: Visitor) => screen(who).locator('[data-room-banner]');
const press = (who: Visitor, name: string) => screen(who).getByRole('button', { name, exact: true }).press('Enter');
const part = (who: Visitor, name: string) => screen(who).getByRole('tab', { name }).click();
const question = (who: Visitor, text: string) => screen(who).locator('[data-room-question]').filter({ hasText: text });

/** By the programme, with the keyboard; the room's door is open. */
async function goIn(who: Visitor, name: string, full = false): Promise<void> {
  await who.section(words.tabs.programme);
  const button = who.room(name).getByRole('button', { name: full ? inLine(name) : w.goInName(name) });
  await button.press('Enter');
  await expect(screen(who)).toBeVisible();
}

/** The host is in and the room is open, by itself or by them. Who was there a moment ago has kept the seat, and is shown it. */
async function lead(wei: Visitor, name: string): Promise<void> {
  const card = wei.room(name);
  const open = card.getByRole('button', { name: w.hostOpen });
  const enter = card.getByRole('button', { name: w.goInName(name) });
  const seated = screen(wei).and(wei.page.locator('[data-seat="true"][data-leads="true"]'));
  await expect(async () => {
    if (!(await screen(wei).isVisible())) {
      await wei.page.getByRole('navigation', { name: words.tabs.sections }).getByRole('button', { name: words.tabs.programme }).click({ timeout: 1000 });
      await expect(open.or(enter).first()).toBeVisible({ timeout: 2000 });
      if (await open.isVisible()) await open.press('Enter', { timeout: 1000 });
      await enter.press('Enter', { timeout: 2000 });
    }
    await expect(seated).toBeVisible({ timeout: 2000 });
  }).toPass();
}

/** An organiser sets when the session ends, as the programme's desk does; returns the session's change. */
async function endsIn(noor: Visitor, session: { id: string; title: string; room: number }, ms: number, after = 0): Promise<number> {
  const answer = await noor.page.evaluate(
    async ({ session, ms, after }) => {
      const now = Date.now();
      const span = { startMs: now - 20 * 60_000, endMs: now + ms };
      const body = JSON.stringify({ session: { ...session, kind: 'SESSION_KIND_BREAKOUT', span }, after });
      const headers = { 'Content-Type': 'application/json' };
      const got = await fetch('/api/v1/programme/session', { method: 'POST', headers, body });
      return { status: got.status, change: Number(((await got.json()) as { change?: number }).change ?? 0) };
    },
    { session, ms, after },
  );
  expect(answer.status).toBe(200);
  return answer.change;
}

test('a whole breakout: line, hands, floor, questions, five minutes, the soft end and the close', async ({ visitors }) => {
  const wei = await (await visitors.arrive('wei')).enter(hall.link(host), 'list');
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  const two = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'hall');
  const noor = await (await visitors.arrive('noor')).enter(hall.link(organiser), 'list');

  // Two seats: the host's and Amara's. Rafael waits, and reads along.
  await lead(wei, SMALL);
  await goIn(one, SMALL);
  await expect(screen(one)).toHaveAttribute('data-seat', 'true');
  await goIn(two, SMALL, true);
  await expect(screen(two)).toHaveAttribute('data-line', '1');
  await expect(screen(two).getByText(b.youWait(1))).toBeVisible();
  await part(one, b.tabs.talk);
  const box = screen(one).getByRole('textbox', { name: words.say.toRoom(SMALL) });
  await box.fill('Who brought the kettle?');
  await box.press('Enter');
  await part(two, b.tabs.talk);
  await expect(screen(two).getByText('Who brought the kettle?')).toBeVisible();
  await expect(screen(two).getByRole('textbox', { name: words.say.toRoom(SMALL) })).toHaveAttribute('readonly', '');
  await part(one, b.tabs.room);
  await part(two, b.tabs.room);

  // Let in by the host, and told so.
  await expect(screen(wei).getByRole('list', { name: b.line }).getByText(rafael.name)).toBeVisible();
  await press(wei, b.letNext);
  await expect(screen(two)).toHaveAttribute('data-seat', 'true');
  await expect(two.page.locator('[data-notice="roomSeated"]')).toBeVisible();

  // Hands in one order for all; the floor given and taken back.
  await press(two, b.raise);
  await expect(screen(two).getByText(b.myPlace(1))).toBeVisible();
  await press(one, b.raise);
  await expect(screen(one).getByText(b.myPlace(2))).toBeVisible();
  await expect(screen(wei).locator('[data-hands="2"]')).toBeVisible();
  await press(wei, b.giveTo(rafael.name));
  await expect(screen(two).locator('.room-dock').getByText(b.youHaveFloor)).toBeVisible();
  await expect(screen(one).getByText(b.hasFloor(rafael.name))).toBeVisible();
  await press(wei, b.takeFrom(rafael.name));
  await expect(screen(one).locator('[data-floor="0"]')).toBeVisible();

  // A quiet room: only who leads writes.
  await press(wei, b.muteAll);
  await part(one, b.tabs.talk);
  await expect(box).toHaveAttribute('readonly', '');
  await press(wei, b.unmuteAll);
  await expect(box).not.toHaveAttribute('readonly', '');
  await part(one, b.tabs.room);

  // A question without a name: read by who leads, shown, wanted, answered.
  await screen(one).getByText(b.askUnnamed).click();
  const ask = screen(one).getByRole('textbox', { name: b.ask });
  await ask.fill('How deep is the lake?');
  await ask.press('Enter');
  await expect(question(wei, 'How deep is the lake?')).toContainText(b.unnamed);
  await expect(question(one, 'How deep is the lake?')).toContainText(b.mineWaits);
  await expect(question(two, 'How deep is the lake?')).toHaveCount(0);
  await press(wei, b.showQuestionOf('How deep is the lake?'));
  await expect(question(two, 'How deep is the lake?')).toBeVisible();
  await press(two, b.wantOf('How deep is the lake?', 0));
  await expect(question(wei, 'How deep is the lake?')).toContainText(b.wants(1));
  await press(wei, b.answeredOf('How deep is the lake?'));
  const answer = screen(wei).getByRole('textbox', { name: b.answerWords });
  await expect(answer).toBeFocused();
  await answer.fill('Twelve metres.');
  await answer.press('Enter');
  await screen(two).getByText(b.answeredOnes(1)).click();
  await expect(question(two, 'How deep is the lake?')).toContainText('Twelve metres.');

  // The host's own poster, for all; Page Down where it has parts is theirs alone.
  await screen(wei).getByRole('button', { name: /^Show your poster/ }).press('Enter');
  const shown = screen(two).locator('[data-shown-poster]');
  await expect(shown).not.toHaveAttribute('data-shown-poster', '0');
  await expect(screen(two).getByRole('button', { name: b.stopShowing })).toHaveCount(0);
  await press(wei, b.stopShowing);
  await expect(shown).toHaveAttribute('data-shown-poster', '0');

  // Where the voice is: a link that says where it leads.
  await press(wei, b.setLink);
  const address = screen(wei).getByLabel(b.linkLabel);
  await address.fill('https://meet.example.org/kettle');
  await address.press('Enter');
  const link = screen(one).getByRole('link', { name: b.openMeeting('meet.example.org') });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await sound(wei, 'breakout, host', '[data-breakout]');
  await sound(two, 'breakout, attendee', '[data-breakout]');

  // Five minutes are left: said once to all; more is the organisers' to give.
  const change = await endsIn(noor, TINY, 4 * MINUTE);
  await expect(banner(one)).toContainText(b.fiveLeft);
  await expect(screen(one).locator('[data-clock="warned"]')).toBeVisible();
  await press(wei, b.askMore);
  await expect(banner(wei)).toContainText(b.moreAsked);
  const wanted = noor.page.locator('[data-room-called]');
  await expect(wanted).toContainText(b.moreWanted(SMALL));
  await wanted.getByRole('button', { name: b.extend }).press('Enter');
  await expect(banner(one)).not.toContainText(b.fiveLeft);

  // The soft end: hands and questions stop, people stay and talk.
  await endsIn(noor, TINY, -5 * MINUTE - 1000, change);
  await expect(screen(one)).toHaveAttribute('data-ended', 'true');
  await expect(banner(one)).toContainText(b.ended);
  await expect(screen(one).getByRole('button', { name: b.raise })).toHaveCount(0);
  await part(one, b.tabs.talk);
  await box.fill('That was good.');
  await box.press('Enter');
  await part(two, b.tabs.talk);
  await expect(screen(two).getByText('That was good.')).toBeVisible();
  await press(wei, b.close);
  const sure = wei.page.getByRole('dialog', { name: b.closeTitle });
  await sure.getByRole('button', { name: b.closeNow }).press('Enter');
  await expect(screen(one)).toHaveCount(0);
  await expect(screen(two)).toHaveCount(0);
});

test('a host who drops is missed by all and comes back as host; what they may do with people is a press away', async ({ visitors }) => {
  const wei = await (await visitors.arrive('wei')).enter(hall.link(host), 'list');
  await lead(wei, LARGE);
  const one = await (await visitors.arrive('leyla', NARROW)).enter(hall.link(leyla), 'list');
  await goIn(one, LARGE);
  await expect(screen(one)).toHaveAttribute('data-seat', 'true');
  await narrowAndSound(one, 'breakout, stage');
  for (const name of [b.tabs.room, b.tabs.people, b.tabs.talk]) {
    await part(one, name);
    await narrowAndSound(one, `breakout, ${name}`);
  }

  // Muted, and let write again, from the row of the audience.
  const seat = () => screen(wei).getByRole('list', { name: b.audience }).getByRole('button', { name: new RegExp(`^${leyla.name}`) });
  const person = () => wei.page.getByRole('dialog', { name: leyla.name });
  const box = screen(one).getByRole('textbox', { name: words.say.toRoom(LARGE) });
  await seat().press('Enter');
  await person().getByRole('button', { name: b.muteName(leyla.name) }).press('Enter');
  await expect(box).toHaveAttribute('readonly', '');
  await expect(seat()).toHaveAccessibleName(new RegExp(b.mutedNow));
  await seat().press('Enter');
  await person().getByRole('button', { name: b.unmuteName(leyla.name) }).press('Enter');
  await expect(box).not.toHaveAttribute('readonly', '');

  // The page is gone; the floor is kept, the clock runs on; the host comes back to the same place.
  await part(one, b.tabs.stage);
  const card = screen(one).locator('[data-host]').first();
  await expect(card).toContainText(b.host);
  await wei.page.close();
  await expect(banner(one)).toContainText(b.goneBanner(host.name));
  await expect(card).toHaveAttribute('data-gone', 'true');
  wei.page = await wei.context.newPage();
  await wei.page.goto(hall.server.url);
  await wei.inside();
  await expect(screen(wei)).toHaveAttribute('data-leads', 'true');
  await expect(card).not.toHaveAttribute('data-gone', 'true');
  await expect(banner(one)).toHaveAttribute('data-room-banner', '');

  // Put out: asked once more, and not back into this session.
  await seat().press('Enter');
  await person().getByRole('button', { name: b.putOutName(leyla.name) }).press('Enter');
  await expect(person().getByText(b.putOutSure(leyla.name))).toBeVisible();
  await person().getByRole('button', { name: b.putOutName(leyla.name) }).press('Enter');
  await expect(screen(one)).toHaveCount(0);
  await expect(one.page.locator('[data-notice="roomPutOut"]')).toBeVisible();
  await one.section(words.tabs.programme);
  await expect(one.room(LARGE).getByRole('button', { name: w.goInName(LARGE) })).toHaveCount(0);
});

test('one looks away from a breakout and is no less in it', async ({ visitors }) => {
  const wei = await (await visitors.arrive('wei')).enter(hall.link(host), 'list');
  await lead(wei, LARGE);
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  await goIn(one, LARGE);
  await one.page.keyboard.press('Escape');
  await expect(screen(one)).toHaveCount(0);
  await one.is({ place: LARGE });
  await one.button(words.place.openRoom).first().press('Enter');
  await expect(screen(one)).toHaveAttribute('data-seat', 'true');
  await press(one, b.leave);
  await expect(screen(one)).toHaveCount(0);
  await one.is({ place: /^(?!Breakout)/ });
});
