// Streams for people without an invitation, with their words.

import { withStream } from '../../words/stream_words';

export const page = () => withStream(import('./StreamPage.svelte'));
