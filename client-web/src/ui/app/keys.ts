// The keyboard: walking by place of the keys, single letters where nobody types, and the few with Ctrl.

import type { Intents } from '../../intents/intents';
import type { HallModel } from '../../model/hall_model';
import { isWalkKey } from '../../model/walker';

export interface KeyActions {
  focusSay(): void;
  toggleEmotes(): void;
  /** Who and what is near in the picture. */
  showNear(): void;
  /** In the hall, with nothing over it. */
  walking(): boolean;
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Also one that is still being loaded: what is typed meanwhile is not a key. */
function dialogOpen(model: HallModel): boolean {
  return model.selection.dialog !== 'none' || document.querySelector('dialog[open]') !== null;
}

/** A dialog one types in is asked for and not yet there. */
function awaitsField(model: HallModel): boolean {
  const { dialog } = model.selection;
  return (dialog === 'search' || dialog === 'go') && document.querySelector('dialog[open]') === null;
}

/** The poster a letter is about: the row in focus, the one being read, else the booth I stand at. */
function posterInMind(model: HallModel): number {
  const row = document.activeElement?.closest<HTMLElement>('[data-poster]');
  const key = Number(row?.dataset['poster'] ?? 0);
  if (key > 0) return key;
  if (model.selection.poster > 0) return model.selection.poster;
  return model.catalogue.byNumber(model.conversation.booth)?.key ?? 0;
}

function moveInList(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-poster-link]')].filter(
    (row) => row.offsetParent !== null,
  );
  if (rows.length === 0) return;
  const here = document.activeElement?.closest('[data-poster]');
  const at = rows.findIndex((row) => here?.contains(row));
  const next =
    rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

export function installKeys(model: HallModel, intents: Intents, actions: KeyActions): () => void {
  const { selection, settings } = model;

  const letter = (key: string): boolean => {
    const poster = posterInMind(model);
    switch (key) {
      case '/':
        selection.open('search');
        return true;
      case '?':
        selection.open('help');
        return true;
      case 'g':
        selection.open('go');
        return true;
      case 'j':
        moveInList(1);
        return true;
      case 'k':
        moveInList(-1);
        return true;
      case 'b':
        if (poster > 0) intents.reading.toggleSaved(poster);
        return poster > 0;
      case 'r':
        if (poster > 0) intents.reading.read(poster);
        return poster > 0;
      case 'e':
        actions.toggleEmotes();
        return true;
      case 'm':
        intents.myself.set({ map: !settings.values.map });
        return true;
      case 'n':
        if (actions.walking()) actions.showNear();
        return actions.walking();
      case 't':
        actions.focusSay();
        return true;
      default:
        return false;
    }
  };

  const down = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      if (!dialogOpen(model)) selection.open('search');
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (awaitsField(model)) {
      if (event.key.length === 1) selection.typeAhead(event.key);
      else if (event.key === 'Escape') selection.open('none');
      event.preventDefault();
      return;
    }
    if (typing(event.target) || dialogOpen(model)) return;
    const arrow = event.code.startsWith('Arrow');
    if (actions.walking() && isWalkKey(event.code) && (arrow || settings.values.letterKeys)) {
      if (intents.moving.keyDown(event.code)) event.preventDefault();
      return;
    }
    if (event.key === 'Escape') {
      if (selection.author > 0) selection.tend(0);
      else if (selection.poster > 0) intents.reading.close();
      else if (selection.room > 0) selection.openRoom(0);
      else intents.moving.stop();
      return;
    }
    if (settings.values.letterKeys && letter(event.key.toLowerCase())) event.preventDefault();
  };
  const up = (event: KeyboardEvent): void => intents.moving.keyUp(event.code);
  const blur = (): void => intents.moving.releaseKeys();
  addEventListener('keydown', down);
  addEventListener('keyup', up);
  addEventListener('blur', blur);
  return () => {
    removeEventListener('keydown', down);
    removeEventListener('keyup', up);
    removeEventListener('blur', blur);
  };
}
