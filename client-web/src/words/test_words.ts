// For unit tests: English, whole.

import { speak, withDoor, withMore } from '.';
import { withStream } from './stream_words';

await speak('en');
await Promise.all([withDoor(Promise.resolve()), withMore(Promise.resolve()), withStream(Promise.resolve())]);
