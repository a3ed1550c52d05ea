// Finding: one search from its first letter, Enter goes; an import beside the running server.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { amara, ingrid, rafael } from './people';
import { exampleEvent, sharedFile } from './support/paths';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const hall = openHall([amara, rafael, ingrid]);
const w = words.search;

interface ApiPoster {
  readonly number: number;
  readonly title: string;
}
const poster = (id: string): Promise<ApiPoster> => hall.server.api<ApiPoster>(`/posters/${id}`);

async function search(who: Visitor, text: string): Promise<void> {
  await who.page.keyboard.press('Control+k');
  await expect(who.page.getByRole('combobox', { name: w.field })).toBeFocused();
  await who.page.keyboard.type(text);
}

test('search answers from the first letter, and Enter takes me there', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  const { number, title } = await poster('omd26-A3');
  await search(one, 'k');
  await expect(one.page.getByRole('dialog').getByRole('option').first()).toBeVisible();
  await one.page.keyboard.type('elpie');
  await expect(one.page.getByRole('dialog').getByRole('option').first()).toContainText(title);
  await one.page.keyboard.press('Enter');
  await expect(one.page.getByRole('dialog')).toBeHidden();
  await one.standsAt(number);
});

test('search forgives a slip, folds accents, knows numbers, the programme\'s booths, people and sessions', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  const tries: readonly (readonly [string, string])[] = [
    ['glaswing', (await poster('omd26-A2')).title],
    ['ines carvalho', (await poster('omd26-A1')).title],
    ['B2', (await poster('omd26-B2')).title],
    [String((await poster('omd26-C2')).number), (await poster('omd26-C2')).title],
    ['solheim', ingrid.name],
    ['kettle', 'Two seats and a kettle'],
  ];
  for (const [query, found] of tries) {
    await search(one, query);
    await expect(one.page.getByRole('dialog').getByRole('option').filter({ hasText: found }).first(), query).toBeVisible();
    await one.page.keyboard.press('Escape');
    await expect(one.page.getByRole('dialog')).toBeHidden();
  }
  await search(one, 'zzzzqqqq');
  await expect(one.page.getByText(w.nothing('zzzzqqqq'))).toBeVisible();
});

test('search writes to who presents a poster, wherever they stand', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  const { number } = await poster('omd26-A1');
  await author.stand(number);
  await search(one, String(number));
  await expect(one.page.getByRole('button', { name: w.messagePresenter })).toBeVisible();
  await one.page.keyboard.press('Control+m');
  await one.write(words.chat.toPerson(ingrid.name), 'May I ask you something?');
});

test('an import beside the running server is in the hall within two seconds, and nobody is moved', { tag: '@seconds' }, async ({ visitors }) => {
  const { number } = await poster('omd26-A1');
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  await one.goTo(number);
  await one.stops();
  const before = [await one.state('tile'), await one.state('place')];
  const file = join(hall.server.data, 'more.csv');
  const rows = readFileSync(join(exampleEvent, 'posters.csv'), 'utf8');
  writeFileSync(file, `${rows.trimEnd()}\nomd26-Z9,Zeppelin: slow maps of fast rivers,Ada Quist,A new one.,Vision & multimodal,,Z9,\n`);
  const { code, out } = await hall.server.import(file);
  expect(code, out).toBe(0);
  const done = Date.now();
  await expect.poll(() => hall.server.api('/posters/omd26-Z9').then(() => true, () => false), { intervals: [50] }).toBe(true);
  expect(Date.now() - done, 'milliseconds until the hall shows it').toBeLessThan(2500);
  await search(one, 'zeppelin');
  await expect(one.page.getByRole('dialog').getByRole('option').filter({ hasText: 'Zeppelin' }).first()).toBeVisible();
  await one.page.keyboard.press('Escape');
  expect([await one.state('tile'), await one.state('place')]).toEqual(before);
});

test('the 71 posters of a real event hang in a hall people meet in', async ({ visitors }) => {
  const file = sharedFile('events/pted-2021-posters.csv');
  test.skip(file === null, 'no shared data');
  const { code, out } = await hall.server.import(file ?? '');
  expect(code, out).toBe(0);
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'hall');
  await search(one, 'D4');
  const first = one.page.getByRole('dialog').getByRole('option').first();
  await expect(first).toBeVisible();
  await one.page.keyboard.press('Enter');
  await one.is({ place: /^Booth \d+$/ });
});
