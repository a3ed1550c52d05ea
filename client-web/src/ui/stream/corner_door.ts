// The stream beside hall and list, with its words. Of the hall alone: what it shares with the hall stays in one file.

import { withStream } from '../../words/stream_words';

export const corner = () => withStream(import('./StreamCorner.svelte'));
