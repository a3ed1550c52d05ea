// A log stays at its newest line while the reader is there, and where they are when they have scrolled up.

const NEAR = 48;

export function stickToEnd(log: HTMLElement): () => void {
  let atEnd = true;
  const end = (): void => {
    log.scrollTop = log.scrollHeight;
  };
  const scrolled = (): void => {
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
  };
  const follow = (): void => {
    if (atEnd) end();
  };
  const changes = new MutationObserver(follow);
  const size = new ResizeObserver(follow);
  changes.observe(log, { childList: true, subtree: true, characterData: true });
  size.observe(log);
  log.addEventListener('scroll', scrolled, { passive: true });
  end();
  return () => {
    changes.disconnect();
    size.disconnect();
    log.removeEventListener('scroll', scrolled);
  };
}
