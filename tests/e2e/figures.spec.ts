// Figures: a visit is half a minute at the booth; its author reads counts over time, organisers how evenly they are spread.
// Nobody reads who.

import { ingrid, organiser, rafael } from './people';
import { sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import { words } from './support/visitor';

const hall = openHall([rafael, ingrid, organiser]);
const w = words.figures;
const number = async (id: string): Promise<number> => (await hall.server.api<{ number: number }>(`/posters/${id}`)).number;

test('an author reads visits, also as a table; organisers read how even they are; closing destroys the keys', async ({ visitors }) => {
  test.setTimeout(180_000);
  const booth = await number('omd26-A1');
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await one.stand(booth);
  const author = await (await visitors.arrive('ingrid')).enter(hall.link(ingrid), 'list');
  await author.page.goto(`${hall.server.url}/author/${booth}`);
  await author.inside();
  const figures = author.page.locator(`[data-figures="${booth}"]`);
  await expect(figures.getByText(w.visits(1))).toBeVisible({ timeout: 90_000 });
  await expect(figures.getByText(w.how)).toBeVisible();
  await figures.getByText(w.asTable).focus();
  await author.page.keyboard.press('Enter');
  await expect(figures.getByRole('columnheader', { name: w.there })).toBeVisible();
  await expect(author.page.locator(`[data-shifts="${booth}"]`)).toBeVisible();
  await sound(author, 'figures and shifts', '[data-figures]', '[data-shifts]');

  const board = await (await visitors.arrive('noor')).enter(hall.link(organiser), 'list');
  await board.section(words.tabs.coverage);
  await expect(board.page.locator('[data-evenness="0.97"]')).toContainText(w.giniHow(1, 30));

  const written = await hall.server.posterhall('export', 'figures');
  expect(written.out).toContain('number,poster,title,visits,people,median_stay_s,reads,questions');
  expect(written.out).toMatch(/101,omd26-A1,[^\n]*,1,1,/);
  expect((await hall.server.posterhall('figures', 'close')).out).toContain('the keys are destroyed');
  expect((await hall.server.posterhall('figures', 'close')).out).toContain('closed before');
});
