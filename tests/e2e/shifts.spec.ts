// Shifts: an author takes a session in one press, shares it with a co-author, gives it back; lamp times follow for
// everybody.


import { host, ingrid, leyla, rafael } from './people';
import type { Person } from './support/hall_server';
import { sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const davit: Person = {
  name: 'Davit Gelashvili',
  email: 'davit@example.org',
  role: 'author',
  posters: ['omd26-A1'],
};
/** On the host's poster with them. */
const nino: Person = {
  ...leyla,
  role: 'author',
  posters: ['omd26-A2'],
};
const hall = openHall([rafael, ingrid, davit, host, nino]);
const w = words.shifts;
const number = async (id: string): Promise<number> => (await hall.server.api<{ number: number }>(`/posters/${id}`)).number;
const session = (who: Visitor, id: string) => who.page.locator(`[data-session="${id}"]`);

test('one press takes a session, by the keyboard alone; it is shared, and given back; everybody reads the times', async ({ visitors }) => {
  const booth = await number('omd26-A1');
  const visitor = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  const row = visitor.page.locator(`[data-number="${booth}"]`);
  await expect(row).toContainText(words.lamp.dueNow);
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  const other = await (await visitors.arrive('davit')).enter(hall.link(davit), 'hall');

  await author.section(words.tabs.shifts);
  await expect(author.page.getByRole('heading', { level: 1, name: w.heading })).toBeFocused();
  const morning = session(author, 'exhibition-morning');
  await expect(morning).toContainText(w.anyAuthor);
  await expect(author.page.locator('[data-timeline]').first()).toBeVisible();
  await sound(author, 'shifts');

  // Taken, split with a co-author, who sees it in the hall's panel without doing anything.
  await morning.getByRole('button', { name: w.take }).focus();
  await author.page.keyboard.press('Enter');
  await expect(author.page.getByRole('status').filter({ hasText: w.saved })).toBeVisible();
  await expect(morning).not.toContainText(w.anyAuthor);
  await morning.getByRole('button', { name: w.splitWith(davit.name) }).focus();
  await author.page.keyboard.press('Enter');
  await expect(morning.locator('[data-piece]')).toHaveCount(2);
  await other.button(words.bar.me).click();
  await other.button(words.tabs.shifts).click();
  await expect(
    session(other, 'exhibition-morning').getByRole('combobox', {
      name: w.who(w.pieceOf(w.you, 'Morning session')),
    }),
  ).toBeVisible();

  // Shortened: the end of the second half comes a quarter earlier.
  const end = morning.getByRole('combobox', { name: w.to(w.pieceOf(davit.name, 'Morning session')) });
  const before = await end.inputValue();
  await end.focus();
  await author.page.keyboard.press('ArrowUp');
  await expect.poll(async () => Number(await end.inputValue())).toBeLessThan(Number(before));

  // All sessions in one press; then the whole morning is given back, and visitors read when somebody is next there.
  await author.button(w.takeAll(2)).click();
  await expect(session(author, 'exhibition-evening').locator('[data-piece]')).toHaveCount(1);
  for (let left = await morning.locator('[data-piece]').count(); left > 0; left -= 1) {
    await morning
      .getByRole('button', { name: new RegExp(`^${w.giveBack}`) })
      .first()
      .click();
    await expect(morning.locator('[data-piece]')).toHaveCount(left - 1);
  }
  // Their links brought both to their booth: elsewhere, the lamp says when one is next there.
  const beside = await number('omd26-A2');
  await author.goTo(beside);
  await other.goTo(beside);
  await expect(row).toContainText(/Next \d\d:\d\d/);

  // An import does not bring back what was given back, nor take what was chosen.
  const again = await hall.server.import('../../deploy/example-event/posters.csv');
  expect(again.code, again.out).toBe(0);
  await author.page.reload();
  await author.inside();
  await author.section(words.tabs.shifts);
  await expect(session(author, 'exhibition-evening').locator('[data-piece]')).toHaveCount(1);
  await expect(session(author, 'exhibition-morning')).toContainText(w.nobody);
});

test('hosting a breakout at the same time is said, with who could take it; so are hours asleep', async ({ visitors }) => {
  const one = await (await visitors.arrive('host')).enter(hall.link(host), 'list');
  await one.section(words.tabs.shifts);
  const morning = session(one, 'exhibition-morning');
  await morning.getByRole('button', { name: w.take }).click();
  const clash = morning.locator('[data-clash]').filter({ hasText: 'Bring a trace, live' });
  await expect(clash).toBeVisible();
  await clash.getByRole('button', { name: w.giveItTo(nino.name) }).click();
  await expect(clash).toBeHidden();
  await expect(morning.locator('[data-piece]')).toHaveCount(3);

  // Awake only when the evening is over: the evening is asleep as a whole, whatever the hour of the test.
  const evening = session(one, 'exhibition-evening');
  await evening.getByRole('button', { name: w.take }).click();
  const from = evening.getByRole('combobox', { name: w.from(w.pieceOf(w.you, 'Evening session')) });
  const hour = (new Date(Number(await from.inputValue())).getUTCHours() + 1 + 8) % 24; // Lagos
  await one.page.getByRole('combobox', { name: w.wakesAt }).selectOption(String(hour));
  await one.page.getByRole('combobox', { name: w.sleepsAt }).selectOption(String(hour + 1));
  const asleep = evening.locator('[data-asleep]');
  await expect(asleep).toContainText(w.asleepHow);
  await sound(one, 'shifts');
  await asleep.getByRole('button', { name: w.giveItTo(nino.name) }).click();
  await expect(asleep).toBeHidden();
});

test('on a phone everything is there, and nothing is wider than it', async ({ visitors }) => {
  for (const width of [390, 320]) {
    const one = await visitors.arrive(`ingrid ${width}`, { viewport: { width, height: 844 }, hasTouch: true, isMobile: true });
    await one.enter(hall.link(ingrid), 'list');
    await one.section(words.tabs.mine);
    await one.button(words.tabs.shifts).click();
    await expect(session(one, 'exhibition-evening')).toBeVisible();
    const wide = await one.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, String(width)).toBeLessThanOrEqual(0);
    await sound(one, 'shifts');
    await one.context.close();
  }
});
