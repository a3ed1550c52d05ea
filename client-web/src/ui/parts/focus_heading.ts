// Moves the focus to what somebody asked for, as soon as it is there (it may still be loading, or need the server's
// answer): unless they have gone on with the keyboard meanwhile, for then the focus is theirs.

const LONGEST_MS = 3000;

/** Whether the focus is still where it is now: true also when what had it has left the page. */
export function focusStays(): () => boolean {
  const before = document.activeElement;
  return () => {
    const now = document.activeElement;
    return now === before || now === document.body || now === null;
  };
}

export function focusHeading(inside: HTMLElement | undefined, wanted: () => boolean): void {
  const began = performance.now();
  const stays = focusStays();
  const look = (): void => {
    if (!inside?.isConnected || !wanted() || !stays()) return;
    const heading = inside.querySelector<HTMLElement>('h1');
    if (heading) heading.focus();
    else if (performance.now() - began < LONGEST_MS) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** What opens over the page takes the focus to its heading, and gives it back when it goes. */
export function focusWhileOpen(section: HTMLElement): () => void {
  const before = document.activeElement;
  section.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  return () => {
    if (before instanceof HTMLElement && before.isConnected && !before.closest('dialog')) before.focus();
  };
}
