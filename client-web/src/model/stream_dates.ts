// A playlist's pieces on the clock of the day (EXT-X-PROGRAM-DATE-TIME), and what a playlist's text says before any
// player is loaded. Pure.

/** Where a piece lies on the player's own time line, in seconds, and when its first picture was taken. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Null: the stream carries no dates. */
  readonly dateMs: number | null;
}

type Dated = Piece & { readonly dateMs: number };

const isDated = (piece: Piece): piece is Dated => piece.dateMs !== null;

/** When what is shown at `time` was taken; null = not known. */
export function dateOf(pieces: readonly Piece[], time: number): number | null {
  const dated = pieces.filter(isDated);
  const piece = dated.find(({ start, end }) => start <= time && time < end) ?? dated.at(-1);
  return piece ? piece.dateMs + (time - piece.start) * 1000 : null;
}

/** Where what was taken then is to be found. After a gap in the dates: where the gap ends. */
export function timeOf(pieces: readonly Piece[], dateMs: number): number | null {
  const dated = pieces.filter(isDated);
  const after = dated.find((piece) => dateMs < piece.dateMs + (piece.end - piece.start) * 1000);
  const piece = after ?? dated.at(-1);
  if (!piece) return null;
  const time = piece.start + (dateMs - piece.dateMs) / 1000;
  // Before the first piece one may have to look; inside a gap nothing was taken.
  return after && after !== dated[0] ? Math.max(piece.start, time) : time;
}

/** The player plays addresses like this itself; any other is a link. */
export function isPlaylist(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, pathname } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && /.\.m3u8$/i.test(pathname);
}

export interface PlaylistText {
  /** Sound, captions or subtitles come in playlists of their own, or captions are in the pictures. */
  readonly apart: boolean;
  /** Of a main playlist: the first stream it names. */
  readonly first: string;
}

/** Null: not a playlist. */
export function readPlaylist(text: string): PlaylistText | null {
  if (!/^\uFEFF?#EXTM3U/.test(text)) return null;
  const lines = text.split(/\r?\n/);
  const streams = lines.findIndex((line) => line.startsWith('#EXT-X-STREAM-INF'));
  const first = lines.slice(streams + 1).find((line) => line !== '' && !line.startsWith('#')) ?? '';
  const apart = lines.some((line) => /^#EXT-X-(?:MEDIA|DEFINE)[:,]/.test(line));
  return { apart, first: streams < 0 ? '' : first };
}

/** Seconds; 6 where the text does not say. */
export function targetDuration(text: string): number {
  const seconds = Number(/^#EXT-X-TARGETDURATION:(\d+)/m.exec(text)?.[1]);
  return seconds > 0 ? seconds : 6;
}
