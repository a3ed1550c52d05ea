// A person in a browser: what they do, in the words they see (client-web/src/words), and a watch over their pages.
// Owns: the browser context.

import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { en as words } from '../../../client-web/src/words/en';
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
  ) {}

  static async open(browser: Browser, name: string, options: BrowserContextOptions): Promise<Visitor> {
    const context = await browser.newContext(options);
    const visitor = new Visitor(name, context);
    context.setDefaultTimeout(15_000);
    context.on('page', (page) => visitor.watch(page));
    await context.addInitScript(() => {
      localStorage.setItem('posterhall.test', '1');
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
    await this.page.getByRole('radio', { name: view === 'hall' ? words.join.walk : words.join.list }).check();
    await this.pressEnter();
    return this;
  }

  async pressEnter(): Promise<void> {
    await this.page.getByRole('button', { name: /^Enter/ }).click();
    await this.inside();
  }

  async inside(): Promise<void> {
    await expect(this.page.locator('[data-link="live"]')).toBeVisible();
  }

  // What the hall's picture shows (the page's switch for tests)

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

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }
}
