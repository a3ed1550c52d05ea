// The address bar follows the poster that is open (/p/312) or its author's page (/author/312), and the browser's back
// button closes it.

import type { HallModel } from '../../model/hall_model';
import { authorUrl, posterUrl } from '../places';

export function followAddress(model: HallModel): () => void {
  const { selection, catalogue } = model;
  const open = (): string => {
    const poster = catalogue.byKey(selection.poster);
    const author = catalogue.byKey(selection.author);
    if (poster) return posterUrl(poster.number);
    return author ? authorUrl(author.number) : '/';
  };
  let shown = open();
  const off = selection.onChange(() => {
    const path = open();
    if (path === shown) return;
    const replaces = shown !== '/' && path !== '/';
    shown = path;
    if (replaces) history.replaceState(null, '', path + location.search);
    else history.pushState(null, '', path + location.search);
  });
  const back = (): void => {
    const match = /^\/(p|author)\/([^/]+)\/?$/.exec(location.pathname);
    const key = match ? (catalogue.find(decodeURIComponent(match[2] ?? ''))?.key ?? 0) : 0;
    if (match?.[1] === 'author') selection.tend(key);
    else selection.read(key);
    shown = open();
  };
  addEventListener('popstate', back);
  return () => {
    off();
    removeEventListener('popstate', back);
  };
}
