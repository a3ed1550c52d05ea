// Tells the hall whether anybody is at this tab: input, hidden, the network coming back.

import type { Intents } from '../../intents/intents';

export function followPresence(intents: Intents): () => void {
  const off = new AbortController();
  const on = { signal: off.signal, passive: true, capture: true };
  for (const name of ['pointerdown', 'keydown', 'wheel', 'touchstart', 'pointermove']) {
    addEventListener(name, () => intents.myself.input(), on);
  }
  document.addEventListener('visibilitychange', () => intents.myself.hidden(document.hidden), {
    signal: off.signal,
  });
  addEventListener('online', () => intents.myself.retryNow(), { signal: off.signal });
  // A page that went to sleep and comes back by "back" finds its connection gone.
  addEventListener('pageshow', () => intents.myself.retryNow(), { signal: off.signal });
  return () => off.abort();
}
