// Moves the focus to a section's heading as soon as the section is there (it may still be loading).

const LONGEST_MS = 3000;

export function focusHeading(inside: HTMLElement | undefined, wanted: () => boolean): void {
  const began = performance.now();
  const look = (): void => {
    if (!inside?.isConnected || !wanted()) return;
    const heading = inside.querySelector<HTMLElement>('h1');
    if (heading) heading.focus();
    else if (performance.now() - began < LONGEST_MS) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
