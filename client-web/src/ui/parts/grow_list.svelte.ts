// Long lists come in pieces: the first at once, the rest while nothing else is to do, so that a page of 1,500 rows
// neither stops the reader nor leaves anything out.

const FIRST = 40;
const PIECE = 120;

export function growList(length: () => number) {
  let shown = $state(FIRST);
  $effect(() => {
    if (shown >= length()) return;
    const id =
      'requestIdleCallback' in window
        ? requestIdleCallback(() => (shown += PIECE), { timeout: 400 })
        : setTimeout(() => (shown += PIECE), 60);
    return () => {
      if ('cancelIdleCallback' in window) cancelIdleCallback(id as number);
      else clearTimeout(id);
    };
  });
  return {
    get shown() {
      return shown;
    },
  };
}
