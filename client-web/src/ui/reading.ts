// Reads a part of the model so that what is shown follows it: call the result inside a component or $derived.
// A $derived passes a change on only when its value is another one, and a part of the model stays the same object all
// its life. So each change makes a new, empty object in front of it, through which everything is read.

import { createSubscriber } from 'svelte/reactivity';
import type { Observed } from '../model/observed';

export function reading<T extends Observed>(part: T): () => T {
  let front: T | null = null;
  part.onChange(() => (front = null));
  const subscribe = createSubscriber((update) => part.onChange(update));
  return () => {
    subscribe();
    front ??= Object.create(part) as T;
    return front;
  };
}
