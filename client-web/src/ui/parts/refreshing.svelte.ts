// Figures that nobody sends: fetched while somebody looks at them.

import type { Hall } from '../hall_context';

/** Calls at once and then every so often, while connected and in view. In a component. */
export function refreshing(hall: Hall, everyMs: number, load: () => Promise<void>): void {
  $effect(() => {
    if (!hall.link().live) return;
    void load();
    const timer = setInterval(() => {
      if (!document.hidden) void load();
    }, everyMs);
    return () => clearInterval(timer);
  });
}
