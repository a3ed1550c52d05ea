// Where things lie: the build under test, the example event, the shared data, and what the tests write.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../../../', import.meta.url)));
export const binary = process.env['POSTERHALL_BINARY'] ?? join(root, 'build/release/posterhall');
export const exampleEvent = join(root, 'deploy/example-event');
export const work = join(root, 'build/e2e');
export const template = join(work, 'template');
export const screens = process.env['POSTERHALL_SCREENS'] ?? join(root, 'build/screens');
const shared = process.env['POSTERHALL_SHARED_DATA'] ?? join(root, '../shared/data');

/** A file of the shared data; null where the folder is not there. */
export function sharedFile(path: string): string | null {
  const file = join(shared, path);
  return existsSync(file) ? file : null;
}
