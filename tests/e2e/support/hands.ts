// Three ways to use the hall without looking at it: by keyboard alone, by the accessibility tree alone (what a screen
// reader has: roles, names, and each element's own action), and by touch. All know what there is by role and name only.

import { expect } from '@playwright/test';
import type { CDPSession, Locator, Page } from '@playwright/test';

export type Role = 'button' | 'link' | 'tab' | 'radio' | 'checkbox' | 'combobox' | 'textbox' | 'option';
export type Name = string | RegExp;

export interface Hands {
  readonly kind: 'keyboard' | 'tree' | 'touch';
  press(role: Role, name: Name): Promise<void>;
  /** Instead of what stands there, then Enter if wanted. */
  type(role: 'textbox' | 'combobox', name: Name, text: string, then?: 'Enter'): Promise<void>;
  /** One of a native list's options. */
  choose(name: Name, option: string): Promise<void>;
  hears(text: string): Promise<void>;
  /** Something with that role and name is there. */
  finds(role: Role | 'heading' | 'dialog', name: Name): Promise<void>;
}

function named(page: Page, role: Role | 'heading' | 'dialog', name: Name): Locator {
  // What lies under a poster or a dialog is out of reach for everybody.
  const reachable = page.locator(':not([inert] *)');
  return page.getByRole(role, { name, exact: typeof name === 'string' }).and(reachable).filter({ visible: true }).first();
}

/** Text as somebody who looks or listens finds it, not in what is hidden. */
async function shown(page: Page, text: string): Promise<void> {
  await expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible();
}

/** A native list's option by its first letters or the arrow keys, as it is done without a pointer. */
async function arrowTo(page: Page, list: Locator, option: string): Promise<void> {
  const at = (): Promise<readonly [number, number]> =>
    list.evaluate((element, wanted) => {
      const select = element as HTMLSelectElement;
      return [select.selectedIndex, [...select.options].findIndex((each) => each.text === wanted)] as const;
    }, option);
  await page.keyboard.type(option);
  for (let presses = 0; presses < 60; presses++) {
    const [now, wanted] = await at();
    if (now === wanted) return;
    if (wanted < 0) throw new Error(`there is no option ${option}`);
    await page.keyboard.press(now < wanted ? 'ArrowDown' : 'ArrowUp');
  }
  throw new Error(`the arrow keys do not reach ${option}`);
}

export class KeyboardHands implements Hands {
  readonly kind = 'keyboard';

  constructor(private readonly page_: Page) {}

  /** Tab until it has the focus; within tabs and radio buttons the arrow keys. */
  private async reach(role: Role, name: Name): Promise<Locator> {
    const { page_: page } = this;
    const what = named(page, role, name);
    await expect(what).toBeVisible();
    const element = await what.elementHandle();
    if (!element) throw new Error(`${role} ${String(name)} went away`);
    const state = (): Promise<'here' | 'group' | 'away'> =>
      element.evaluate((wanted) => {
        const now = document.activeElement;
        if (now === wanted) return 'here';
        const group = wanted.closest('[role="tablist"], [role="radiogroup"]');
        if (group?.contains(now)) return 'group';
        const radio = (each: Element | null): string => (each instanceof HTMLInputElement && each.type === 'radio' ? each.name : '');
        return radio(wanted) !== '' && radio(wanted) === radio(now) ? 'group' : 'away';
      });
    for (let presses = 0; presses < 600; presses++) {
      const where = await state();
      if (where === 'here') return what;
      if (!(await element.evaluate((each) => each.isConnected))) return this.reach(role, name);
      await page.keyboard.press(where === 'group' ? 'ArrowRight' : 'Tab');
    }
    throw new Error(`600 times Tab do not reach the ${role} ${String(name)}`);
  }

  async press(role: Role, name: Name): Promise<void> {
    await this.reach(role, name);
    if (role !== 'radio') await this.page_.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter');
  }

  async type(role: 'textbox' | 'combobox', name: Name, text: string, then?: 'Enter'): Promise<void> {
    await this.reach(role, name);
    await this.page_.keyboard.press('Control+a');
    await this.page_.keyboard.type(text);
    if (then) await this.page_.keyboard.press(then);
  }

  async choose(name: Name, option: string): Promise<void> {
    await arrowTo(this.page_, await this.reach('combobox', name), option);
  }

  hears(text: string): Promise<void> {
    return shown(this.page_, text);
  }

  finds(role: Role | 'heading' | 'dialog', name: Name): Promise<void> {
    return expect(named(this.page_, role, name)).toBeVisible();
  }
}

export class TouchHands implements Hands {
  readonly kind = 'touch';

  constructor(private readonly page_: Page) {}

  async press(role: Role, name: Name): Promise<void> {
    const what = named(this.page_, role, name);
    // What one taps of a drawn radio button or switch is its label.
    if (role === 'radio' || role === 'checkbox') await this.page_.locator('label').filter({ has: what }).first().tap();
    else await what.tap();
  }

  async type(role: 'textbox' | 'combobox', name: Name, text: string, then?: 'Enter'): Promise<void> {
    const what = named(this.page_, role, name);
    await what.tap();
    await expect(what).toBeFocused();
    await what.selectText();
    await this.page_.keyboard.insertText(text);
    if (then) await this.page_.keyboard.press(then);
  }

  async choose(name: Name, option: string): Promise<void> {
    await named(this.page_, 'combobox', name).selectOption({ label: option });
  }

  hears(text: string): Promise<void> {
    return shown(this.page_, text);
  }

  finds(role: Role | 'heading' | 'dialog', name: Name): Promise<void> {
    return expect(named(this.page_, role, name)).toBeVisible();
  }
}

interface AxNode {
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly backendDOMNodeId?: number;
}

/** The names Chromium's tree has for what ARIA names otherwise. */
const AX_ROLES: Readonly<Record<string, readonly string[]>> = { combobox: ['combobox', 'ComboBoxMenuButton', 'ComboBoxSelect'], textbox: ['textbox', 'TextField', 'searchbox'], checkbox: ['checkbox', 'switch'] };

export class TreeHands implements Hands {
  readonly kind = 'tree';

  private constructor(
    private readonly page_: Page,
    private readonly devtools_: CDPSession,
  ) {}

  static async of(page: Page): Promise<TreeHands> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Accessibility.enable');
    return new TreeHands(page, devtools);
  }

  private async tree(): Promise<readonly AxNode[]> {
    const { nodes } = await this.devtools_.send('Accessibility.getFullAXTree');
    return (nodes as readonly AxNode[]).filter((node) => !node.ignored);
  }

  private async find(role: string, name: Name): Promise<number> {
    const roles = AX_ROLES[role] ?? [role];
    const fits = (node: AxNode): boolean => {
      const own = (node.name?.value ?? '').trim();
      return roles.includes(node.role?.value ?? '') && (typeof name === 'string' ? own === name : name.test(own));
    };
    let found: AxNode | undefined;
    await expect
      .poll(async () => (found = (await this.tree()).find(fits)) !== undefined, { message: `in the accessibility tree: ${role} ${String(name)}` })
      .toBe(true);
    return found?.backendDOMNodeId ?? 0;
  }

  /** What a screen reader's "activate" does: the element's own action, without a pointer. */
  private async act(backendNodeId: number, action: string): Promise<void> {
    const { object } = await this.devtools_.send('DOM.resolveNode', { backendNodeId });
    await this.devtools_.send('Runtime.callFunctionOn', { objectId: object.objectId ?? '', functionDeclaration: `function () { ${action} }` });
  }

  async press(role: Role, name: Name): Promise<void> {
    const node = await this.find(role, name);
    await this.act(node, 'this.focus(); this.click()');
  }

  async type(role: 'textbox' | 'combobox', name: Name, text: string, then?: 'Enter'): Promise<void> {
    await this.act(await this.find(role, name), 'this.focus(); this.select()');
    await this.devtools_.send('Input.insertText', { text });
    if (then) await this.page_.keyboard.press(then);
  }

  async choose(name: Name, option: string): Promise<void> {
    await this.act(await this.find('combobox', name), 'this.focus()');
    await arrowTo(this.page_, this.page_.locator(':focus'), option);
  }

  async hears(text: string): Promise<void> {
    await expect
      .poll(async () => (await this.tree()).some((node) => (node.name?.value ?? '').includes(text)), { message: `in the accessibility tree: ${text}` })
      .toBe(true);
  }

  async finds(role: Role | 'heading' | 'dialog', name: Name): Promise<void> {
    await this.find(role, name);
  }
}
