// Pointing at a poster and following who presents it: two browsers and a phone see the same place; by mouse, finger and
// keys; in words for who does not see it.

import type { Locator } from '@playwright/test';
import { amara, ingrid, leyla, rafael } from './people';
import { Guest } from './support/guest';
import { sound } from './support/sound';
import { expect, openHall, test } from './support/test';
import type { Visitor } from './support/visitor';
import { words } from './support/visitor';

const hall = openHall([amara, rafael, leyla, ingrid]);
const w = words.pointing;
let number = 0;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  number = (await hall.server.api<{ number: number }>('/posters/omd26-A1')).number;
});

async function stands(who: Visitor, person: typeof ingrid, view: 'hall' | 'list'): Promise<Visitor> {
  await who.enter(hall.link(person), view);
  await who.goTo(number);
  await who.page.keyboard.press('r');
  await expect(who.page.locator('[data-picture="ready"]')).toBeVisible();
  return who;
}

const frame = (who: Visitor): Locator => who.page.locator('[data-sheet] .frame');
const part = (of: string): { x: number; y: number } => {
  const [x, y] = of.split(' ').map(Number);
  return { x: x ?? -1, y: y ?? -1 };
};

/** Where on the poster this browser shows that person's pointer. */
async function pointer(who: Visitor, person: number): Promise<{ x: number; y: number } | null> {
  const mark = who.page.locator(`[data-pointer="${person}"]`);
  return (await mark.count()) === 0 ? null : part((await mark.getAttribute('data-at')) ?? '');
}
/** Who points in this browser, by the number the others see. */
const me = async (who: Visitor): Promise<number> => Number(await who.page.locator('.pointer.mine').getAttribute('data-pointer'));

test('the presenter points and everybody at the booth sees the place, whatever they look at', async ({ visitors }) => {
  const author = await stands(await visitors.arrive('ingrid'), ingrid, 'hall');
  const visitor = await stands(await visitors.arrive('rafael'), rafael, 'list');
  const button = author.button(new RegExp(`^${w.point}`));
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  const box = await frame(author).boundingBox();
  if (!box) throw new Error('the poster has no frame');
  await author.page.mouse.move(box.x + box.width * 0.45, box.y + box.height * 0.55);
  await author.page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.6, { steps: 5 });
  const id = await me(author);
  await expect.poll(() => pointer(visitor, id)).not.toBeNull();
  await expect.poll(() => pointer(visitor, id)).toEqual(await pointer(author, id));
  await expect(visitor.page.locator(`[data-pointer="${id}"]`)).toContainText('Ingrid');
  await expect(visitor.page.locator('[data-points]')).toContainText('Ingrid');
  await visitor.page.screenshot({ path: '../../build/e2e-results/pointing.png' });

  // The same place when the visitor looks closer, and the words where the picture is not seen.
  const before = await visitor.page.locator(`[data-pointer="${id}"]`).boundingBox();
  await visitor.button(words.poster.zoomIn).click();
  await author.page.mouse.move(box.x + box.width * 0.41, box.y + box.height * 0.6, { steps: 2 });
  await expect.poll(async () => (await visitor.page.locator(`[data-pointer="${id}"]`).boundingBox())?.x).not.toBe(before?.x);
  await visitor.button(words.poster.text).click();
  await expect(visitor.page.locator('[data-points]')).toBeVisible();

  await button.click();
  await expect(visitor.page.locator(`[data-pointer="${id}"]`)).toHaveCount(0);
  await expect(visitor.page.locator('[data-points]')).toBeEmpty();
});

test('one press follows the presenter’s view, another looks by oneself', async ({ visitors }) => {
  const author = await stands(await visitors.arrive('ingrid'), ingrid, 'list');
  const visitor = await stands(await visitors.arrive('rafael'), rafael, 'hall');
  const scale = async (who: Visitor): Promise<number> =>
    Number(await who.page.locator('[data-scale]').getAttribute('data-scale'));
  await expect.poll(() => scale(visitor)).toBeLessThan(0.9);
  const whole = await scale(visitor);
  await visitor.button(new RegExp(w.follow('Ingrid').slice(0, 13))).click();
  await author.button(words.poster.zoomIn).click();
  await author.button(words.poster.zoomIn).click();
  await author.button(words.poster.zoomIn).click();
  await expect.poll(() => scale(visitor)).toBeGreaterThan(whole * 1.5);
  await visitor.page.screenshot({ path: '../../build/e2e-results/following.png' });
  await frame(author).focus();
  await author.page.keyboard.press('Shift+ArrowRight');
  const paper = visitor.page.locator('[data-sheet] img.paper').last();
  const at = await paper.getAttribute('style');
  await author.page.keyboard.press('Shift+ArrowDown');
  await expect(paper).not.toHaveAttribute('style', at ?? '');

  await visitor.button(w.byMyself).click();
  const alone = await paper.getAttribute('style');
  await author.page.keyboard.press('0');
  await expect.poll(() => scale(author)).toBeLessThan(whole * 1.5);
  await expect(visitor.button(new RegExp(w.follow('Ingrid').slice(0, 13)))).toBeVisible();
  expect(await paper.getAttribute('style')).toBe(alone);
  // Back with one press; and a drag of one's own looks by oneself again.
  await visitor.button(new RegExp(w.follow('Ingrid').slice(0, 13))).click();
  await expect.poll(() => scale(visitor)).toBeCloseTo(whole, 1);
  await frame(visitor).focus();
  await visitor.page.keyboard.press('+');
  await expect(visitor.button(w.byMyself)).toHaveCount(0);
  await sound(visitor, 'following');
});

test('a visitor points by keys alone and hears where; a finger on a phone holds and drags', async ({ visitors }) => {
  const visitor = await stands(await visitors.arrive('rafael'), rafael, 'list');
  const phone = await visitors.arrive('leyla', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
  await phone.openLink(hall.link(leyla));
  await phone.pressEnter();
  await phone.page.locator(`[data-number="${number}"]`).getByRole('button', { name: words.posters.readNumber(number) }).click();
  await phone.button(words.poster.stand).first().click();
  await phone.standsAt(number);
  await expect(phone.page.locator('[data-picture="ready"]')).toBeVisible();

  await frame(visitor).focus();
  await visitor.page.keyboard.press('p');
  for (let i = 0; i < 4; i += 1) await visitor.page.keyboard.press('Shift+ArrowLeft');
  for (let i = 0; i < 4; i += 1) await visitor.page.keyboard.press('Shift+ArrowUp');
  await expect(visitor.page.locator('.pointer.mine')).toBeAttached();
  const id = await me(visitor);
  await expect.poll(() => pointer(phone, id)).toEqual({ x: 0.1, y: 0.1 });
  await expect(visitor.page.locator('[data-i-point]')).not.toBeEmpty();
  await visitor.page.keyboard.press('Escape');
  await expect(phone.page.locator(`[data-pointer="${id}"]`)).toHaveCount(0);
  await visitor.is({ poster: String(number) });

  await phone.button(new RegExp(`^${w.point}`)).click();
  const box = await frame(phone).boundingBox();
  if (!box) throw new Error('the poster has no frame');
  const touch = await phone.context.newCDPSession(phone.page);
  const at = (x: number, y: number): object[] => [{ x: box.x + box.width * x, y: box.y + box.height * y }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0.5, 0.45) } as never);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(0.55, 0.5) } as never);
  const phoneId = await me(phone);
  await expect.poll(() => pointer(visitor, phoneId)).not.toBeNull();
  await phone.page.screenshot({ path: '../../build/e2e-results/pointing-phone.png' });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] } as never);
  await expect(visitor.page.locator(`[data-pointer="${phoneId}"]`)).toHaveCount(0);
});

test('who comes later sees what is shown; who steps away is followed no more', async ({ visitors }) => {
  const author = await Guest.enter(hall.server, hall.link(ingrid), { shortName: 'Ingrid S.' });
  await author.standAt(number);
  author.show(number, 0x80008000, 0x40004000);
  const visitor = await stands(await visitors.arrive('amara'), amara, 'list');
  const follow = visitor.page.locator('[data-follow]');
  await expect(follow).toBeVisible();
  author.leave();
  await expect(follow).toHaveCount(0);
});
