// Before all: the build is there, and the tests' event is imported once into a template that each file copies, its posters cut into
// tiles (a minute of one core, which every file's server would spend beside its tests). POSTERHALL_BROWSER_PREPARED: a run just
// before this one did it.

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventToml } from './support/event_toml';
import { posterhall } from './support/hall_server';
import { binary, exampleEvent, template, work } from './support/paths';

export default async function prepare(): Promise<void> {
  if (!existsSync(binary)) throw new Error(`${binary} is not built; run: deploy/run --build-only`);
  if (process.env['POSTERHALL_BROWSER_PREPARED'] === 'yes' && existsSync(template)) return;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(template, { recursive: true });
  writeFileSync(join(template, 'event.toml'), eventToml(Date.now()));
  const { code, out } = await posterhall('import', join(exampleEvent, 'posters.csv'), '--data', template);
  if (code !== 0) throw new Error(`the example's posters could not be imported (${code}):\n${out}`);
  const cut = await posterhall('poster', 'tiles', '--data', template);
  if (cut.code !== 0) throw new Error(`the example's posters could not be cut into tiles (${cut.code}):\n${cut.out}`);
}
