// Reads a part of the model so that what is shown follows it: call the result inside a component or $derived.

import { createSubscriber } from 'svelte/reactivity';
import type { Observed } from '../model/observed';

export function reading<T extends Observed>(part: T): () => T {
  const subscribe = createSubscriber((update) => part.onChange(update));
  return () => {
    subscribe();
    return part;
  };
}
