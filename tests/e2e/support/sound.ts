// What every screen has to be, whoever looks at it: no finding of axe, nothing too small to press, an edge around what one
// presses in forced colours. And all of it at once, as narrow as 400 % zoom makes a screen.

import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Visitor } from './visitor';
import { within } from './within';

/** 320 CSS pixels: a small phone, and 1280 at 400 % zoom. */
export const NARROW = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
/** 1280 by 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };

/** No finding of any grade, the best-practice rules included, in either theme; of the whole page or of these parts. */
export async function sound(who: Visitor, screen: string, ...parts: readonly string[]): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await who.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // In the page itself: without frames the other way finds the same, and opens a page for each look. What passed is not listed.
    const axe = new AxeBuilder({ page: who.page }).setLegacyMode().options({ resultTypes: ['violations'] });
    for (const part of parts) axe.include(part);
    const { violations } = await axe.analyze();
    const found = violations.flatMap((each) => each.nodes.map((node) => `${each.id} (${each.impact}): ${node.target.join(' ')}: ${node.failureSummary}`));
    expect.soft(found, `${screen}, ${colorScheme}`).toEqual([]);
  }
}

/** Everything one can press is at least 24 px, and buttons on a phone 44. */
export async function largeEnough(who: Visitor, least: number, screen: string): Promise<void> {
  const small = await who.page.evaluate((size) => {
    const shown = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return [...document.querySelectorAll('button, select, input, textarea, summary, [role="tab"]')]
      .filter((element) => shown(element) && !element.closest('.sr, .skips'))
      .map((element) => ({ box: (element.closest('label, .inp, .bare') ?? element).getBoundingClientRect(), text: element.outerHTML.slice(0, 90) }))
      .filter(({ box }) => box.width > 1 && (box.height < size || box.width < size))
      .map(({ box, text }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${text}`);
  }, least);
  expect.soft(small, screen).toEqual([]);
}

/** In forced colours a border carries every shape. */
export async function edged(who: Visitor, screen: string): Promise<void> {
  const bare = await who.page.evaluate(() =>
    [...document.querySelectorAll('.btn, .inp, .chip, .card, .float, dialog[open]')]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest('.skips, .sr'))
      .filter((each) => parseFloat(getComputedStyle(each).borderTopWidth) < 1)
      .map((each) => each.outerHTML.slice(0, 120)),
  );
  expect.soft(bare, screen).toEqual([]);
}

/** A screen of somebody who came in on NARROW: sound, large enough for a finger, nothing sideways, edges in forced colours. */
export async function narrowAndSound(who: Visitor, screen: string): Promise<void> {
  await within(who, screen);
  await largeEnough(who, 40, screen);
  await sound(who, screen);
  await who.page.emulateMedia({ forcedColors: 'active' });
  await edged(who, `${screen}, forced colours`);
  await who.page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  await who.page.setViewportSize(ZOOMED);
  await within(who, `${screen}, zoomed`);
  await who.page.setViewportSize(NARROW.viewport);
}
