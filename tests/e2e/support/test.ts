// What every browser test stands on: a hall of its own per file, people in browsers of their own, and a watch over every
// page. An error of a page, a violation of the content policy or an unexpected message in the console fails the test.

import { basename } from 'node:path';
import { test as base } from '@playwright/test';
import type { Browser, BrowserContextOptions } from '@playwright/test';
import { HallServer } from './hall_server';
import type { Person } from './hall_server';
import { Visitor } from './visitor';

export { expect } from '@playwright/test';

/**
 * The hall of a file, with these people invited; `flags` go to `posterhall serve`, `event` is written when it starts. Started
 * before its first test, ended after its last.
 */
export interface FileHall {
  readonly server: HallServer;
  link(person: Person): string;
}

export function openHall(people: readonly Person[], flags: readonly string[] = [], event?: () => string): FileHall {
  let server: HallServer | null = null;
  let links = new Map<string, string>();
  test.beforeAll(async () => {
    const { file, project } = test.info();
    const shards = Number((project.metadata as { shards?: number }).shards ?? 1);
    server = await HallServer.open(basename(file, '.spec.ts'), shards, flags, event?.());
    links = await server.inviteAll(people);
  });
  test.afterAll(async () => {
    await server?.close();
  });
  return {
    get server(): HallServer {
      if (!server) throw new Error('the hall is not open yet');
      return server;
    },
    link(person: Person): string {
      const link = links.get(person.email);
      if (!link) throw new Error(`${person.email} is not invited`);
      return link;
    },
  };
}

export class Visitors {
  private readonly all_: Visitor[] = [];

  constructor(private readonly browser_: Browser) {}

  /** A browser of their own, on no page yet. */
  async arrive(name: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const visitor = await Visitor.open(this.browser_, name, options);
    this.all_.push(visitor);
    return visitor;
  }

  async close(): Promise<string[]> {
    const problems: string[] = [];
    for (const visitor of this.all_) problems.push(...(await visitor.close()));
    return problems;
  }
}

export const test = base.extend<{ visitors: Visitors }>({
  visitors: async ({ browser }, use, info) => {
    const visitors = new Visitors(browser);
    await use(visitors);
    if (info.status !== info.expectedStatus) await shoot(visitors, info.outputPath('.'));
    const problems = await visitors.close();
    if (problems.length > 0) throw new Error(`pages reported:\n${problems.join('\n')}`);
  },
});

async function shoot(visitors: Visitors, folder: string): Promise<void> {
  for (const visitor of visitors['all_']) await visitor.shoot(folder);
}
