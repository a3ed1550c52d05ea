// For unit tests: English, whole.

import { speak, withDoor, withMore } from '.';

await speak('en');
await Promise.all([withDoor(Promise.resolve()), withMore(Promise.resolve())]);
