// A person in a browser: what they do, in the words they see (client-web/src/words), and a watch over their pages.
// Owns: the browser context.

import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { words, wordsOf } from './words';
import type { AllWords } from './words';
import type { SceneView, VisitorView } from '../../../client-web/src/model/scene_view';

export { words };

/** The console's own lines for an HTTP answer that is no success: "who am I" without a session is one. */
const EXPECTED = /Failed to load resource: the server responded with a status of 40[134]/;

export class Visitor {
  private readonly problems_: string[] = [];
  private readonly forgiven_: RegExp[] = [EXPECTED];
  page!: Page;

  private constructor(
    readonly name: string,
    readonly context: BrowserContext,
    /** In this browser's language. */
    public words: AllWords,
  ) {}

  static async open(browser: Browser, name: string, options: BrowserContextOptions): Promise<Visitor> {
    const context = await browser.newContext(options);
    const visitor = new Visitor(name, context, wordsOf(options.locale ?? 'en'));
    context.setDefaultTimeout(30_000);
    context.on('page', (page) => visitor.watch(page));
    await context.addInitScript(() => {
      if (location.protocol === 'http:') localStorage.setItem('posterhall.test', '1');
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`content policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    visitor.page = await context.newPage();
    return visitor;
  }

  private watch(page: Page): void {
    page.on('pageerror', (error) => this.problems_.push(`${this.name}: ${error.stack ?? error.message}`));
    page.on('crash', () => this.problems_.push(`${this.name}: the page crashed`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems_.push(`${this.name}: ${message.text()} (${message.location().url})`);
    });
  }

  /** What this test makes happen on purpose. */
  forgive(what: RegExp): void {
    this.forgiven_.push(what);
  }

  async close(): Promise<string[]> {
    await this.context.close();
    return this.problems_.filter((problem) => !this.forgiven_.some((each) => each.test(problem)));
  }

  async shoot(folder: string): Promise<void> {
    await this.page.screenshot({ path: join(folder, `${this.name}.png`) }).catch(() => undefined);
  }

  // Coming in

  async openLink(link: string): Promise<void> {
    await this.page.goto(link);
    await expect(this.page.locator('[data-join="ready"]')).toBeVisible();
  }

  /** By the personal link, through the join page, until the hall is live. */
  async enter(link: string, view: 'hall' | 'list'): Promise<this> {
    await this.openLink(link);
    await this.page.getByRole('radio', { name: view === 'hall' ? this.words.join.walk : this.words.join.list }).check();
    await this.pressEnter();
    return this;
  }

  async pressEnter(): Promise<void> {
    await this.page.locator('button.go').click();
    await this.inside();
  }

  /** Connected, the event loaded, and in the hall the picture drawn. */
  async inside(): Promise<void> {
    await this.is({ connected: 'live', event: 'ready' });
    if ((await this.state('view')) === 'hall') await expect(this.page.locator('[data-hall="ready"]')).toBeAttached();
  }

  // States the page tells (client-web/src/ui/app/HallApp.svelte)

  async state(name: string): Promise<string> {
    return (await this.page.locator('body').getAttribute(`data-${name}`)) ?? '';
  }

  /** Waits until the page says so. */
  async is(states: Readonly<Record<string, string | RegExp>>): Promise<void> {
    for (const [name, value] of Object.entries(states))
      await expect(this.page.locator('body'), `${this.name}: ${name}`).toHaveAttribute(`data-${name}`, value);
  }

  /** A walk takes its time, and longer where a slow machine draws a full hall. */
  async standsAt(booth: number): Promise<void> {
    const place = this.words.place.booth(booth);
    await expect(this.page.locator('body'), `${this.name}: place`).toHaveAttribute('data-place', place, { timeout: 45_000 });
  }

  /** The walk has ended: in the hall one arrives at a booth before one reaches one's place on its rug. */
  async stops(): Promise<void> {
    await expect.poll(async () => (await this.me()).walking).toBe(false);
  }

  // Doing

  /** G, the number, Enter: as the keyboard goes anywhere. */
  async goTo(booth: number): Promise<void> {
    await this.page.keyboard.press('g');
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await this.page.keyboard.type(String(booth));
    await this.page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await this.standsAt(booth);
  }

  /** List mode's way: the button beside the poster. */
  async stand(booth: number): Promise<void> {
    const button = this.page.locator(`[data-number="${booth}"]`).getByRole('button', { name: this.words.posters.standHere });
    // An author is brought to their booth when they come in: the button may go while it is reached for.
    await expect(async () => {
      if ((await this.state('place')) !== this.words.place.booth(booth)) await button.click({ timeout: 1000 });
      await this.standsAt(booth);
    }).toPass();
  }

  /** A section of the side panel, of list mode or of the phone's tabs. */
  async section(name: string): Promise<void> {
    const tab = this.page.getByRole('tab', { name });
    const button = this.page.getByRole('navigation', { name: this.words.tabs.sections }).getByRole('button', { name });
    await tab.or(button).first().click();
  }

  /** A conversation of the chat: 'nearby', 'hall', 'announce'. */
  async chat(channel: string): Promise<void> {
    await this.section(this.words.tabs.chat);
    await this.page.getByLabel(this.words.chat.channels).selectOption(channel);
  }

  /** Writes what stays into the box of the open conversation. */
  async write(label: string, text: string): Promise<void> {
    const box = this.page.locator('#write');
    await expect(box).toHaveAccessibleName(label);
    await box.fill(text);
    await box.press('Enter');
    await expect(box).toHaveValue('');
  }

  /** The card of a breakout room. */
  room(name: string): Locator {
    return this.page.locator('[data-room]').filter({ has: this.page.getByRole('heading', { name, exact: true }) }).last();
  }

  /** Says something to the booth, in the box that names it. */
  async say(booth: number, text: string): Promise<void> {
    const box = this.page.getByRole('textbox', { name: this.words.say.toBooth(booth) }).first();
    await box.fill(text);
    await box.press('Enter');
    await expect(box).toHaveValue('');
  }

  // What the hall's picture shows (the page's switch for tests, client-web/src/test_switch.ts)

  async moment(): Promise<SceneView> {
    return this.page.evaluate(() => {
      const test = (globalThis as unknown as { posterhall?: { moment(): SceneView } }).posterhall;
      if (!test) throw new Error('the page has no switch for tests');
      return test.moment();
    });
  }

  /** That person in this browser's picture; null when they are not in it. */
  async sees(name: string): Promise<VisitorView | null> {
    return (await this.moment()).visitors.find((each) => each.name === name) ?? null;
  }

  async me(): Promise<VisitorView> {
    const me = (await this.moment()).visitors.find((each) => each.me);
    if (!me) throw new Error(`${this.name} is not in their own picture`);
    return me;
  }

  /** Where a room's door lies in the window; null while the picture does not show it. */
  async doorOnScreen(name: string): Promise<{ x: number; y: number } | null> {
    const at = await this.page.evaluate((wanted) => {
      const test = (globalThis as unknown as { posterhall?: { door(name: string): { x: number; y: number } | null } }).posterhall;
      return test?.door(wanted) ?? null;
    }, name);
    const box = await this.page.locator('#hall').boundingBox();
    if (!at || !box) return null;
    const inside = at.x > 0 && at.y > 0 && at.x < box.width && at.y < box.height;
    return inside ? { x: box.x + at.x, y: box.y + at.y } : null;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  tab(name: string | RegExp): Locator {
    return this.page.getByRole('tab', { name });
  }
}
