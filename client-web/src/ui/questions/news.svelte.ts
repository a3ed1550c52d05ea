// How much waits for me in "My questions", from when what counts it has been loaded: nobody waits for a badge.

import type { Hall } from '../hall_context';

export function questionNews(hall: Hall): () => number {
  let count = $state.raw<((hall: Hall) => number) | null>(null);
  import('./replies').then(
    (loaded) => (count = loaded.newReplies),
    () => undefined,
  );
  return () => count?.(hall) ?? 0;
}
