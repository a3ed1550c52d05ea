// The plain values of an event as the client holds them. net/ fills them from the wire; nobody changes them in place.

export const ROLE_ATTENDEE = 1;
export const ROLE_AUTHOR = 2;
export const ROLE_HOST = 3;
export const ROLE_MODERATOR = 4;
export const ROLE_ORGANISER = 5;

export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

export interface EventInfo {
  readonly name: string;
  readonly edition: string;
  /** IANA name, may be empty. */
  readonly timeZone: string;
  readonly days: readonly string[];
  readonly contact: string;
  readonly codeOfConduct: string;
  readonly privacy: string;
  readonly publicUrl: string;
  /** From then on authors ask an organiser to put a file up; 0 = no such time. */
  readonly postersFreezeMs: number;
  /** The event's life (event_life.ts); 0 = no such time. */
  readonly doorsMs: number;
  readonly closesMs: number;
  readonly readableUntilMs: number;
  /** Rises with each change while the event runs; 0 = as event.toml says. */
  readonly timesChange: number;
}

export interface Poster {
  readonly key: number;
  readonly id: string;
  readonly number: number;
  readonly fileBooth: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly category: string;
  /** 0..7. */
  readonly topic: number;
  readonly link: string;
  readonly keywords: readonly string[];
  readonly shifts: readonly Span[];
  /** 0 = poster to come. */
  readonly version: number;
  readonly file: string;
  readonly fileType: string;
  readonly thumbnail: string;
  readonly picture: string;
  readonly width: number;
  readonly height: number;
  /** Deep zoom (ui/poster/tile_pyramid.ts); '' = no tiles yet, the picture stands in. */
  readonly tiles: string;
  readonly tileSize: number;
  readonly levels: number;
  readonly fullWidth: number;
  readonly fullHeight: number;
  /** Of the file; over 1: only the first is shown. */
  readonly pages: number;
  /** The poster in words, by number; 0 = none, the summary stands in. */
  readonly text: number;
  readonly textByAuthor: boolean;
  /** When this version went live. */
  readonly putUpMs: number;
  /** What changed, in words of who put it up. */
  readonly note: string;
  readonly putUpByAuthor: boolean;
}

export const SESSION_BREAKOUT = 4;
export const SESSION_EXHIBITION = 3;

export interface ProgrammeSession {
  readonly id: string;
  readonly title: string;
  readonly kind: number;
  readonly audience: string;
  readonly place: string;
  /** 0 = none. */
  readonly room: number;
  readonly people: readonly string[];
  readonly summary: string;
  readonly day: string;
  /** Unset = by day only. */
  readonly span?: Span | undefined;
  readonly sponsor: string;
  /** http or https, or ''. Without a session cookie only of public streams. */
  readonly stream: string;
  readonly streamPublic: boolean;
  /** http or https, or ''. */
  readonly recording: string;
  /** Rises with each change while the event runs; 0 = as the file says. */
  readonly change: number;
}

export interface Room {
  readonly room: number;
  readonly name: string;
  readonly capacity: number;
}

export interface Profile {
  readonly person: number;
  readonly name: string;
  readonly shortName: string;
  readonly affiliation: string;
  readonly look: Uint8Array;
  readonly role: number;
  readonly presents: readonly number[];
  readonly status: string;
  readonly doNotLocate: boolean;
}

export interface Member {
  readonly visitor: number;
  readonly person: number;
  readonly presents: boolean;
  readonly away: boolean;
  readonly listMode: boolean;
}

/** Where somebody is, in words' terms; null = does not want to be located. */
export type Whereabouts =
  | { readonly case: 'booth'; readonly value: number }
  | { readonly case: 'room'; readonly value: number }
  | { readonly case: 'aisle'; readonly value: number }
  | { readonly case: 'table'; readonly value: number }
  | { readonly case: 'stage' | 'foyer' | 'notHere' };

export interface PersonRow {
  readonly profile: Profile;
  readonly visitor: number;
  readonly at: Whereabouts | null;
  readonly away: boolean;
  readonly listMode: boolean;
}

export type RejectReason =
  | 'malformed'
  | 'not_allowed'
  | 'not_found'
  | 'rate_limited'
  | 'text_empty'
  | 'text_too_long'
  | 'moved_on'
  | 'nobody_near'
  | 'not_in_control'
  | 'room_closed'
  | 'room_full'
  | 'store_unavailable'
  | 'wrong_state'
  | 'no_free_place'
  | 'declined'
  | 'too_old'
  | 'muted'
  | 'banned'
  | 'undeliverable'
  | 'event_closed'
  | 'before_doors'
  | 'room_quiet'
  | 'room_taken'
  | 'offline'
  | 'other';

export interface Refusal {
  readonly reason: RejectReason;
  readonly retryAfterMs: number;
  /** Muted and banned: why, in the organisers' words. */
  readonly why?: string;
  /** Muted and banned; 0 = until lifted. */
  readonly untilMs?: number;
}
