// Pictures of a fixed scene in the mockups' names, sizes and themes, for build/screens: real server, real client, people
// at places of a list. Not compared by machine; looked at beside the design's pictures.

import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { encodeLook, lookFromId } from '../../client-web/src/model/avatar_look';
import { Guest } from './support/guest';
import type { Person } from './support/hall_server';
import { cityAtHour } from './support/moments';
import { screens } from './support/paths';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const THEMES = ['light', 'dark'] as const;
const MINE = 'omd26-B2';

/** Poster, its author there, visitors with them. */
const BOOTHS: readonly (readonly [string, string, readonly string[]])[] = [
  [MINE, 'Ingrid Solheim', ['Tomasz Wrona', 'Leyla Demir']],
  ['omd26-B1', 'Fatoumata Diarra', ['Priya Nair', 'Hanna Lund', 'Kofi Boateng', 'Yuki Mori']],
  ['omd26-B3', 'Mikko Väisänen', ['Wei Chen']],
  ['omd26-B4', 'Владимир Петренко', []],
  ['omd26-B5', 'Siti Rahman', ['Teo Marin', 'Ravi Iyer', 'Lena Vogel']],
  ['omd26-A1', 'Inês Carvalho', ['Sena Kara', 'Dana Levin', 'Marek Nowak']],
  ['omd26-A2', 'Mateusz Wiśniewski', ['Aiko Sato', 'Noor Haddad', 'Elif Yıldız', 'Piotr Zając', 'Jun Watanabe', 'Rosa Díaz', 'Abel Tesfaye']],
  ['omd26-A3', 'Kwame Mensah', ['Ola Nordby', 'Sam Reyes']],
  ['omd26-A4', '김서연', ['Fatou Sow']],
  ['omd26-C1', '陈晓明', ['Leo Brandt', 'Ana Costa']],
  ['omd26-C2', 'Beatriz Nascimento', ['Jo Park']],
  ['omd26-D1', 'Camille Dubois', ['Omar Said', 'Mia Holm']],
  ['omd26-D2', 'Thabo Mokoena', ['Zoe Quist']],
];
/** Visitors where no author is. */
const ALONE: readonly (readonly [string, string])[] = [
  ['omd26-A5', 'Nils Falk'],
  ['omd26-C4', 'Ada Obi'],
];

/** Names hold letters an address does not. */
const mail = (name: string): string => `guest-${createHash('sha256').update(name).digest('hex').slice(0, 12)}@example.org`;
const amara: Person = { name: 'Amara Okafor', email: 'amara@example.org', shortName: 'Amara', affiliation: 'University of Lagos' };
const rafael: Person = { name: 'Rafael Lima', email: 'rafael@example.org', shortName: 'Rafael', affiliation: 'USP' };
const author = (name: string, poster: string): Person => ({ name, email: mail(name), affiliation: 'Open Lab, Bergen', role: 'author', posters: [poster] });
const guest = (name: string): Person => ({ name, email: mail(name), shortName: name.split(' ')[0] ?? name, affiliation: 'University of Recife' });
const people: readonly Person[] = [
  amara,
  rafael,
  ...BOOTHS.flatMap(([poster, name, visitors]) => [author(name, poster), ...visitors.map(guest)]),
  ...ALONE.map(([, name]) => guest(name)),
];
const hall = openHall(people);
const guests = new Map<string, Guest>();

const number = async (id: string): Promise<number> => (await hall.server.api<{ number: number }>(`/posters/${id}`)).number;

async function fill(): Promise<void> {
  const places: (readonly [string, string])[] = BOOTHS.flatMap(([poster, name, visitors]) => [name, ...visitors].map((each) => [poster, each] as const));
  for (const [i, [poster, name]] of [...places, ...ALONE].entries()) {
    const person = people.find((each) => each.name === name);
    if (!person) continue;
    const one = await Guest.enter(hall.server, hall.link(person), { look: encodeLook(lookFromId(i + 40)), shortName: person.shortName ?? '' });
    await one.standAt(await number(poster));
    guests.set(name, one);
  }
}

async function shoot(who: Visitor, name: string, theme: string): Promise<void> {
  await who.page.evaluate(() => document.fonts.ready);
  const pictures = (): Promise<boolean> => who.page.evaluate(() => [...document.images].every((each) => !each.checkVisibility() || each.loading === 'lazy' || (each.complete && each.naturalWidth > 0)));
  await expect.poll(pictures, `${name}: every picture is there`).toBe(true);
  await who.page.screenshot({ path: join(screens, `${name}-${theme}.png`), animations: 'disabled', caret: 'hide' });
}

/** Nothing is loading or being baked, and the picture stands. */
async function drawn(who: Visitor): Promise<void> {
  await expect
    .poll(() => who.page.evaluate(() => (window as unknown as { posterhall: { stats(): { loading: number; visibleBooths: number } } }).posterhall.stats()))
    .toMatchObject({ loading: 0 });
}

/** The list as it is now, where it has an offer to be. */
async function updated(who: Visitor): Promise<void> {
  const offer = who.page.getByRole('button', { name: /update the list/ });
  if (!(await offer.isVisible())) return;
  await offer.click();
  await who.page.mouse.move(0, 0);
}

test('the scene in both themes', async ({ visitors }) => {
  test.setTimeout(240_000);
  mkdirSync(screens, { recursive: true });
  const timezoneId = cityAtHour(15, Date.now());
  await fill();
  const booth = await number(MINE);

  const join = await visitors.arrive('join', { viewport: { width: 1440, height: 900 }, timezoneId });
  await join.openLink(hall.link(amara));
  for (const colorScheme of THEMES) {
    await join.page.emulateMedia({ colorScheme });
    await shoot(join, '08a-join', colorScheme);
  }
  const phone = await visitors.arrive('phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, timezoneId });
  await phone.openLink(hall.link(rafael));
  for (const colorScheme of THEMES) {
    await phone.page.emulateMedia({ colorScheme });
    await shoot(phone, '08a-join-phone', colorScheme);
  }
  await phone.pressEnter();
  await phone.stand(booth);
  // Again, so that the list is in the order of where they stand.
  await phone.page.reload();
  await phone.inside();

  const one = await visitors.arrive('amara', { viewport: { width: 1440, height: 900 }, timezoneId });
  await one.enter(hall.link(amara), 'hall');
  await one.goTo(booth);
  await one.page.reload();
  await one.inside();
  await one.is({ members: '5' });
  await guests.get('Tomasz Wrona')?.say('How long a window before it is reliable?');
  await guests.get('Ingrid Solheim')?.say('About 400 samples. See panel 3.');
  await guests.get('Leyla Demir')?.say('Does it run without a network?');
  for (const colorScheme of THEMES) {
    await one.page.emulateMedia({ colorScheme });
    await phone.page.emulateMedia({ colorScheme });
    await updated(phone);
    await shoot(phone, '02-list-phone', colorScheme);
    await drawn(one);
    await updated(one);
    // What was said before has left the picture; the log keeps it.
    for (const name of ['Tomasz Wrona', 'Leyla Demir']) await expect.poll(async () => (await one.sees(name))?.bubble).toBeUndefined();
    guests.get('Fatoumata Diarra')?.emote(1);
    await guests.get('Wei Chen')?.say('I’ll wait for 16:00');
    await guests.get('Ingrid Solheim')?.say('It fires first: see panel 3');
    await expect.poll(async () => (await one.sees('Ingrid Solheim'))?.bubble?.text).toBe('It fires first: see panel 3');
    await shoot(one, '01-hall', colorScheme);
    await one.page.keyboard.press('Control+k');
    await one.page.getByRole('combobox', { name: words.search.field }).fill('open');
    await expect(one.page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    await shoot(one, '04-search', colorScheme);
    await one.page.keyboard.press('Escape');
    await one.page.keyboard.press('r');
    await one.is({ poster: String(booth) });
    await expect(one.page.locator('[data-picture="ready"]')).toBeVisible();
    await shoot(one, '03-poster', colorScheme);
    await one.page.locator('[data-sheet]').getByRole('button', { name: words.poster.backToHall, exact: true }).click();
    await one.page.getByRole('group', { name: words.bar.view }).getByRole('button', { name: words.bar.list }).click();
    await one.is({ view: 'list' });
    await expect(one.page.getByRole('heading', { name: words.place.youStandAt(booth) })).toBeVisible();
    await updated(one);
    await shoot(one, '02-list', colorScheme);
    await one.page.getByRole('group', { name: words.bar.view }).getByRole('button', { name: words.bar.hall }).click();
    await one.inside();
  }
  guests.forEach((each) => each.leave());
});
