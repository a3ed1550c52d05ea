// Arrow keys within a row of tabs or radio-like buttons.

export function arrowKeys(event: KeyboardEvent): void {
  const forward = event.key === 'ArrowRight' || event.key === 'ArrowDown';
  const back = event.key === 'ArrowLeft' || event.key === 'ArrowUp';
  if (!forward && !back && event.key !== 'Home' && event.key !== 'End') return;
  const row = event.currentTarget;
  if (!(row instanceof HTMLElement)) return;
  const items = [...row.querySelectorAll<HTMLElement>('[role="tab"], [role="radio"]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  event.stopPropagation();
  let next = (at + (forward ? 1 : -1) + items.length) % items.length;
  if (event.key === 'Home') next = 0;
  if (event.key === 'End') next = items.length - 1;
  items[next]?.focus();
  items[next]?.click();
}
