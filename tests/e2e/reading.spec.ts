// Reading a poster: deep zoom by wheel, keys, buttons and two fingers; only the tiles one looks at are fetched; the
// overview, the words, the original.

import { join } from 'node:path';
import { amara, leyla, rafael } from './people';
import { exampleEvent, sharedFile } from './support/paths';
import { sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';
import { within } from './support/within';

const hall = openHall([amara, rafael, leyla]);
const w = words.poster;
/** An A0 page of type; the example's own where the shared data is absent. */
const POSTER = sharedFile('posters/pted-2021-K4.pdf') ?? join(exampleEvent, 'posters/omd26-A3.pdf');
const ID = 'omd26-A3';
let number = 0;

test.describe.configure({ mode: 'serial' });
/** Tiles are cut behind everything else (nice 19): a machine that also draws the hall takes its time. */
const CUT = { timeout: 120_000 };
test.setTimeout(300_000);

test.beforeAll(async () => {
  const put = await hall.server.posterhall('poster', 'put', ID, POSTER);
  expect(put.code, put.out).toBe(0);
  number = (await hall.server.api<{ number: number }>(`/posters/${ID}`)).number;
});

/** The tiles this page asked for, as LEVEL/COLUMN_ROW. */
function tilesOf(who: Visitor): string[] {
  const asked: string[] = [];
  who.page.on('request', (request) => {
    const tile = /\/files\/[0-9a-f]{64}\/(\d+\/\d+_\d+)$/.exec(request.url());
    if (tile?.[1]) asked.push(tile[1]);
  });
  return asked;
}

const scale = async (who: Visitor): Promise<number> => Number(await who.page.locator('[data-scale]').getAttribute('data-scale'));
const settled = (who: Visitor): Promise<void> => expect(who.page.locator('canvas[data-tiles]')).toHaveAttribute('data-tiles', /ready|none/);

async function open(who: Visitor): Promise<void> {
  await who.page.locator(`[data-number="${number}"]`).getByRole('button', { name: words.posters.readNumber(number) }).click();
  await who.is({ poster: String(number) });
  await expect(who.page.locator('[data-picture="ready"]')).toBeVisible();
  await expect(who.page.locator('canvas[data-tiles]')).toBeAttached(CUT);
}

/** Ink on the canvas of tiles: it was painted, not only fetched. */
const painted = (who: Visitor): Promise<boolean> =>
  who.page.locator('canvas[data-tiles]').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: new Uint8ClampedArray() };
    let covered = 0;
    for (let at = 3; at < data.length; at += 4) if (data[at] === 255) covered += 1;
    return covered > (data.length / 4) * 0.5;
  });

test('a wheel, keys and buttons zoom; what is not looked at is not fetched', { tag: '@seconds' }, async ({ visitors }) => {
  const one = await (await visitors.arrive('amara')).enter(hall.link(amara), 'list');
  const asked = tilesOf(one);
  // The promise is a second, from pressing Read to the poster; the best of three, since two cores do everything here.
  let quickest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i += 1) {
    const began = Date.now();
    await open(one);
    quickest = Math.min(quickest, Date.now() - began);
    if (i < 2) await one.page.keyboard.press('Escape');
    if (i < 2) await one.is({ poster: '0' });
  }
  expect(quickest).toBeLessThan(1000);
  await settled(one);
  const whole = await scale(one);
  expect(new Set(asked).size, 'the whole poster needs a few coarse tiles at most').toBeLessThan(20);

  const frame = one.page.getByRole('group', { name: w.viewer((await one.page.locator('[data-sheet] h1').innerText()).trim()) });
  const box = await frame.boundingBox();
  if (!box) throw new Error('the poster has no frame');
  await one.page.mouse.move(box.x + box.width / 3, box.y + box.height / 2);
  asked.length = 0;
  await one.page.mouse.wheel(0, -900);
  await expect.poll(() => scale(one)).toBeGreaterThan(whole * 2);
  await settled(one);
  expect(await painted(one)).toBe(true);
  const canvas = one.page.locator('canvas[data-tiles]');
  const level = await canvas.getAttribute('data-level');
  expect(asked.filter((tile) => !tile.startsWith(`${level}/`)), 'of other levels').toEqual([]);
  const across = Math.ceil(box.width / 512) * 2 + 2;
  const down = Math.ceil(box.height / 512) * 2 + 2;
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.length, 'what the frame shows').toBeLessThanOrEqual(across * down);
  expect(new Set(asked).size, 'none twice').toBe(asked.length);

  // The overview says where one is, and takes one elsewhere.
  const overview = one.page.locator('[data-overview]');
  await expect(overview).toBeVisible();
  const seen = await overview.locator('span').boundingBox();
  const small = await overview.boundingBox();
  if (!seen || !small) throw new Error('the overview has no frame');
  await one.page.mouse.click(small.x + small.width - 12, small.y + small.height - 12);
  await expect.poll(async () => (await overview.locator('span').boundingBox())?.x ?? 0).toBeGreaterThan(seen.x);

  await one.button(w.actual).click();
  await expect.poll(() => scale(one)).toBe(1);
  await settled(one);
  await expect(one.page.locator('[data-sheet]').getByText(w.percent(100), { exact: true }).first()).toBeVisible();
  await one.button(w.fit).click();
  await expect.poll(() => scale(one)).toBeCloseTo(whole, 2);
  await expect(overview).toHaveCount(0);

  await frame.focus();
  await one.page.keyboard.press('+');
  await one.page.keyboard.press('+');
  await expect.poll(() => scale(one)).toBeGreaterThan(whole * 1.9);
  await one.page.keyboard.press('1');
  await expect.poll(() => scale(one)).toBe(1);
  const before = await one.page.locator('[data-sheet] img.paper').first().getAttribute('style');
  await one.page.keyboard.press('ArrowRight');
  await expect(one.page.locator('[data-sheet] img.paper').first()).not.toHaveAttribute('style', before ?? '');
  await one.page.keyboard.press('0');
  await expect.poll(() => scale(one)).toBeCloseTo(whole, 2);
});

test('the words and the original', async ({ visitors }) => {
  const one = await (await visitors.arrive('rafael')).enter(hall.link(rafael), 'list');
  await open(one);
  const text = one.button(w.text);
  await text.click();
  await expect(text).toHaveAttribute('aria-pressed', 'true');
  const region = one.page.locator('[data-text]');
  await expect(region.locator('section p').first()).toBeVisible();
  await sound(one, 'the words');
  await text.click();
  await expect(region).toHaveCount(0);
  const original = one.page.locator('[data-sheet]').getByRole('link', { name: new RegExp(`^${w.original}`) });
  const answer = await one.page.request.get(`${hall.server.url}${(await original.getAttribute('href')) ?? ''}`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toBe('application/pdf');
});

test('two fingers on a phone', async ({ visitors }) => {
  const one = await visitors.arrive('leyla', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  await one.openLink(hall.link(leyla));
  await one.pressEnter();
  await open(one);
  await settled(one);
  const whole = await scale(one);
  const box = await one.page.locator('[data-picture] .frame').boundingBox();
  if (!box) throw new Error('the poster has no frame');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 3 };
  const touch = await one.context.newCDPSession(one.page);
  const fingers = (apart: number): { x: number; y: number; id: number }[] => [
    { x: middle.x - apart, y: middle.y, id: 0 },
    { x: middle.x + apart, y: middle.y, id: 1 },
  ];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(20) });
  for (const apart of [40, 70, 100, 130]) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect.poll(() => scale(one)).toBeGreaterThan(whole * 3);
  await settled(one);
  expect(await painted(one)).toBe(true);
  await expect(one.page.locator('[data-overview]')).toBeVisible();
  await within(one, 'zoomed in');
  await one.button(w.text).click();
  await expect(one.page.locator('[data-text] section p').first()).toBeVisible();
  await within(one, 'in words');
});
