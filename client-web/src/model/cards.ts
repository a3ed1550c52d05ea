// Contact cards: left at posters by choice, read by the poster's authors.

export interface Card {
  /** Key. */
  readonly poster: number;
  readonly person: number;
  readonly name: string;
  readonly affiliation: string;
  /** '' = not given. */
  readonly email: string;
  readonly note: string;
  readonly atMs: number;
}

/** What a card of mine says, and where I left one, newest first. */
export interface MyCard {
  readonly name: string;
  readonly affiliation: string;
  readonly email: string;
  readonly left: readonly Card[];
}

export interface SimilarPoster {
  readonly key: number;
  readonly likeness: number;
  readonly words: readonly string[];
}

export const MOST_CARD_NOTE = 300;

/** In quotes; what a spreadsheet would take for a formula is made text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** As spreadsheets read it: UTF-8 with its mark, lines ended as they expect. */
export function cardsCsv(cards: readonly Card[], poster: string): string {
  const rows = cards.map((card) => [
    poster,
    card.name,
    card.affiliation,
    card.email,
    card.note,
    new Date(card.atMs).toISOString(),
  ]);
  const all = [['poster', 'name', 'affiliation', 'email', 'note', 'left_at'], ...rows];
  return `\uFEFF${all.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
