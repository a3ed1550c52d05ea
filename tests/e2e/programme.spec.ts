// The programme as attendees use it: the same sessions in Lagos and in Tokyo, what is on now by keyboard, in list, hall and
// on a phone, with axe.

import { amara, rafael, tomasz } from './people';
import { narrowAndSound, NARROW, sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const hall = openHall([amara, rafael, tomasz]);
const w = words.programme;
const DAY = 86_400_000;
test.setTimeout(120_000);

interface Timed {
  readonly id: string;
  readonly title: string;
  readonly span: { readonly startMs: number; readonly endMs: number };
}

async function sessions(): Promise<readonly Timed[]> {
  return (await hall.server.api<{ sessions: readonly Timed[] }>('/event')).sessions;
}

/** The wall of a city, by the tests' own arithmetic: neither Lagos (+1), Tokyo (+9) nor Nairobi (+3) changes its clocks. */
function wall(ms: number, offset: number): { readonly time: string; readonly day: number } {
  const local = ms + offset * 3_600_000;
  return { time: new Date(local).toISOString().slice(11, 16), day: Math.floor(local / DAY) };
}

function hours(span: Timed['span'], offset: number, under: number): string {
  const [from, to] = [wall(span.startMs, offset), wall(span.endMs, offset)];
  const day = (at: number): string => {
    const days = at - under;
    return days === 0 ? '' : ` ${days > 0 ? words.time.plusDays(days) : words.time.minusDays(-days)}`;
  };
  if (from.day === to.day) return words.time.range(from.time, to.time) + day(from.day);
  return words.time.range(from.time + day(from.day), to.time + day(to.day));
}

const row = (who: Visitor, id: string) => who.page.locator(`[data-session="${id}"]`);

test('a visitor in Lagos and one in Tokyo read the same programme, each in their time, the event’s beside it', async ({ visitors }) => {
  const lagos = await (await visitors.arrive('amara', { timezoneId: 'Africa/Lagos' })).enter(hall.link(amara), 'list');
  const tokyo = await (await visitors.arrive('rafael', { timezoneId: 'Asia/Tokyo' })).enter(hall.link(rafael), 'list');
  for (const [who, offset, city] of [
    [lagos, 1, 'Lagos'],
    [tokyo, 9, 'Tokyo'],
  ] as const) {
    await who.section(words.tabs.programme);
    await expect(who.page.getByText(w.yourTimes(city))).toBeVisible();
    await expect(who.page.getByText(w.eventTimes('Nairobi'))).toBeVisible();
    for (const { id, title, span } of await sessions()) {
      const under = wall(span.startMs, offset).day;
      await expect(row(who, id).getByRole('heading', { name: title })).toBeVisible();
      await expect(row(who, id).locator('.when b')).toHaveText(hours(span, offset, under));
      await expect(row(who, id).locator('[data-event-time]')).toHaveText(w.eventAt(hours(span, 3, under), 'Nairobi'));
    }
  }
  await sound(lagos, 'programme');
});

test('what is on: the most particular in the bar, the rest by keyboard, and back', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  const { page } = one;
  const button = page.getByRole('button', { name: words.time.moreOn(2) });
  await expect(button).toContainText('Morning session');
  await expect(page.locator('[data-next="b-trace"]')).toContainText('Breakout 3: Bring a trace, live');
  await button.focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('group', { name: w.onNow });
  await expect(list.getByRole('button')).toHaveText([/Morning session/, /Scores that can be run again/, /Two seats and a kettle/, /Bring a trace, live/]);
  await expect(list.getByRole('button').first()).toBeFocused();
  await sound(one, 'what is on', 'header');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(list.getByRole('button', { name: /Two seats/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(row(one, 'b-tiny').getByRole('heading')).toBeFocused();
  await page.getByRole('button', { name: w.jump }).click();
  await expect(row(one, 'exhibition-morning').getByRole('heading')).toBeFocused();
});

test('in the hall the panel has the same', async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'hall');
  await one.page.getByRole('button', { name: words.time.moreOn(2) }).click();
  await one.page.getByRole('group', { name: w.onNow }).getByRole('button', { name: /Scores/ }).click();
  await expect(row(one, 'b-scores').getByRole('heading')).toBeFocused();
  await sound(one, 'programme in the hall');
});

test('on a phone 320 pixels wide', async ({ visitors }) => {
  const one = await (await visitors.arrive('tomasz', NARROW)).enter(hall.link(tomasz), 'list');
  await one.section(words.tabs.programme);
  await expect(row(one, 'b-trace')).toBeVisible();
  await narrowAndSound(one, 'programme');
  await one.page.getByRole('button', { name: /Morning session \+2/ }).click();
  const list = one.page.getByRole('group', { name: w.onNow });
  await expect(list).toBeVisible();
  await narrowAndSound(one, 'what is on');
  await list.getByRole('button', { name: /Two seats/ }).click();
  await expect(row(one, 'b-tiny').getByRole('heading')).toBeFocused();
});
