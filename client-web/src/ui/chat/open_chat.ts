// Opens a conversation from anywhere: a dialog, the hall, a poster; on a phone in the hall the list shows it. The focus
// goes into its box as soon as that is there.

import type { Hall } from '../hall_context';
import { focusStays } from '../parts/focus_heading';

const LONGEST_MS = 3000;

export function openChat(hall: Hall, channel: string): void {
  const { model, intents } = hall;
  model.selection.open('none');
  if (model.selection.poster > 0) intents.reading.close();
  if (hall.layout() === 'phone' && model.settings.values.view === 'hall') intents.myself.show('list');
  model.selection.chatWith(channel);
  focusBox(() => model.selection.tab === 'chat' && model.selection.chat === channel);
}

/** The dialog this came from gives the focus back first. */
function focusBox(wanted: () => boolean): void {
  const began = performance.now();
  let stays: (() => boolean) | undefined;
  const look = (): void => {
    if (!wanted() || document.querySelector('dialog[open]')) return;
    stays ??= focusStays();
    if (!stays()) return;
    const box = document.querySelector<HTMLElement>('#write');
    if (box) box.focus();
    else if (performance.now() - began < LONGEST_MS) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
