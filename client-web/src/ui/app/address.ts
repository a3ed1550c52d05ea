// The address bar follows the poster that is open (/p/312), and the browser's back button closes it.

import type { HallModel } from '../../model/hall_model';
import { posterUrl } from '../places';

export function followAddress(model: HallModel): () => void {
  const { selection, catalogue } = model;
  let shown = selection.poster;
  const off = selection.onChange(() => {
    if (selection.poster === shown) return;
    const before = shown;
    shown = selection.poster;
    const poster = catalogue.byKey(shown);
    const path = (poster ? posterUrl(poster.number) : '/') + location.search;
    if (before === 0 || shown === 0) history.pushState({ poster: shown }, '', path);
    else history.replaceState({ poster: shown }, '', path);
  });
  const back = (): void => {
    const match = /^\/p\/([^/]+)\/?$/.exec(location.pathname);
    const poster = match ? catalogue.find(decodeURIComponent(match[1] ?? '')) : null;
    shown = poster?.key ?? 0;
    selection.read(shown);
  };
  addEventListener('popstate', back);
  return () => {
    off();
    removeEventListener('popstate', back);
  };
}
