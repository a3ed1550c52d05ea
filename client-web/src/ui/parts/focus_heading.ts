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
