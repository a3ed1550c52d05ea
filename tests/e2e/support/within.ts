// Nothing is cut off and nothing scrolls sideways, however small the screen.

import { expect } from '@playwright/test';
import type { Visitor } from './visitor';

/** No sideways scrolling, and nothing to press that begins or ends outside the screen. */
export async function within(who: Visitor, screen: string): Promise<void> {
  const found = await who.page.evaluate(() => {
    const wide = document.scrollingElement?.scrollWidth ?? 0;
    const out = wide > innerWidth ? [`the page is ${wide} wide`] : [];
    for (const element of document.querySelectorAll('button, a, input, select, textarea, h1, h2, h3, p')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.sr, .skips')) continue;
      const box = element.getBoundingClientRect();
      // What scrolls by itself (a row of filters, tabs) may go on beyond the edge.
      let scrolls = element.parentElement;
      while (scrolls && !(/auto|scroll/.test(getComputedStyle(scrolls).overflowX) && scrolls.scrollWidth > scrolls.clientWidth + 1)) scrolls = scrolls.parentElement;
      if (scrolls && scrolls.clientHeight < 120) continue;
      if (box.width > 1 && (box.right > innerWidth + 1 || box.left < -1)) out.push(`${Math.round(box.left)} to ${Math.round(box.right)}: ${element.outerHTML.slice(0, 120)}`);
    }
    return out;
  });
  expect.soft(found, screen).toEqual([]);
}
