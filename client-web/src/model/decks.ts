// Slides of a breakout's session, and what follows from their pages. Pure.

export interface DeckPage {
  /** Hash. */
  readonly picture: string;
  readonly width: number;
  readonly height: number;
  /** As the file has it; '' = a page of pictures alone. */
  readonly text: string;
}

export interface SessionDeck {
  /** 0 = there is none. */
  readonly deck: number;
  /** As the file was called. */
  readonly name: string;
  readonly pages: number;
  /** Hash of the list of its pages. */
  readonly list: string;
  /** Name of who put it up. */
  readonly by: string;
  readonly atMs: number;
}

const TITLE_AT_MOST = 120;

/** What a page is called in one line: the first of its own; '' = it has none. */
export function titleOf(page: DeckPage | undefined): string {
  const line = (page?.text ?? '').split('\n').find((each) => each.trim() !== '') ?? '';
  const points = [...line.trim()];
  return points.length > TITLE_AT_MOST ? `${points.slice(0, TITLE_AT_MOST).join('')}…` : points.join('');
}

/** The pictures people will want next, nearest first: two ahead, one back. */
export function nextPictures(pages: readonly DeckPage[], page: number): readonly string[] {
  return [page + 1, page + 2, page - 1].flatMap((each) => pages[each - 1]?.picture ?? []);
}

/** The page all see: the one it was turned to by who shows them, the first until then. */
export function pageAllSee(shownPage: number): number {
  return Math.max(1, shownPage);
}

/** The page I asked for while others do not see it yet; 0 = none, and from then on I follow again. */
export function stillAhead(asked: number, seen: number): number {
  return asked === seen ? 0 : asked;
}
