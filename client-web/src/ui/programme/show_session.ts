// Brings the reader to a session of the programme: the section opens, the session is in view and has the focus.

import type { Hall } from '../hall_context';
import { focusStays } from '../parts/focus_heading';

const LONGEST_MS = 3000;

export function showSession(hall: Hall, session: string): void {
  const { selection } = hall.model;
  if (selection.poster > 0) hall.intents.reading.close();
  if (selection.author > 0) selection.tend(0);
  if (hall.layout() === 'phone' && hall.settings().values.view === 'hall') hall.intents.myself.show('list');
  selection.show('programme');
  const began = performance.now();
  const stays = focusStays();
  const look = (): void => {
    if (selection.tab !== 'programme' || !stays()) return;
    const row = document.querySelector<HTMLElement>(`[data-session="${CSS.escape(session)}"]`);
    if (row) {
      row.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'center' });
    } else if (performance.now() - began < LONGEST_MS) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
