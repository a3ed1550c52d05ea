// What the HTTP interface answers (proto/posterhall/v1/api.proto as JSON), before and beside the live connection.

import type { MyMeasure } from './order';
import type { EventInfo, PersonRow, Profile, ProgrammeSession, Span } from './values';

export interface EventAnswer {
  readonly event: EventInfo;
  readonly posters: number;
  readonly sessions: readonly ProgrammeSession[];
  readonly nowMs: number;
  readonly postersPublic: boolean;
  readonly clientBuild: string;
  readonly authorsHere: number;
}

export interface PosterAnswer {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly authors: readonly string[];
  readonly summary: string;
  readonly category: string;
  readonly link: string;
  readonly attended: boolean;
  readonly visitors: number;
  readonly version: number;
  readonly booth: string;
  readonly key: number;
}

/** The poster in words, in reading order. */
export interface PosterText {
  /** Else read from the file. */
  readonly byAuthor: boolean;
  readonly panels: readonly TextPanel[];
}

export interface TextPanel {
  /** May be empty. */
  readonly heading: string;
  /** Paragraphs are separated by a newline. */
  readonly text: string;
  /** Where it is, as parts of the poster's width and height; all 0 = not known. */
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface InvitationAnswer {
  readonly name: string;
  readonly shortName: string;
  readonly affiliation: string;
  readonly role: number;
  readonly presents: readonly PosterAnswer[];
  /** Empty = not chosen yet: draw it from the person's number. */
  readonly look: Uint8Array;
  readonly person: number;
  readonly event: EventAnswer;
  readonly usedOnAnotherDevice: boolean;
}

export interface EnterAnswer {
  readonly person: number;
  readonly askTakeOver: boolean;
}

/** For one connection. */
export interface Ticket {
  readonly ticket: string;
  /** Which of the hall's processes gave it. */
  readonly process: string;
}

export interface SessionAnswer {
  readonly person: number;
  readonly name: string;
  readonly role: number;
}

export interface FoundPoster {
  readonly key: number;
  readonly number: number;
  readonly title: string;
  readonly authors: readonly string[];
  readonly attended: boolean;
  readonly visitors: number;
  readonly matchedIn: string;
}

export interface FoundPerson {
  readonly profile: Profile;
  readonly at: PersonRow['at'];
  readonly visitor: number;
}

export interface FoundSession {
  readonly id: string;
  readonly title: string;
  readonly room: number;
  readonly span: Span | undefined;
}

export interface SearchAnswer {
  readonly query: string;
  readonly postersFound: number;
  readonly peopleFound: number;
  readonly sessionsFound: number;
  readonly posters: readonly FoundPoster[];
  readonly people: readonly FoundPerson[];
  readonly sessions: readonly FoundSession[];
  readonly didYouMean: string;
}

/** Why a request did not give its answer. `status` 0: nobody answered. */
export interface ApiFailure {
  readonly status: number;
  readonly code: string;
  readonly retryAfterS: number;
  /** Why somebody who is banned is not let in. */
  readonly measure?: MyMeasure;
}

export type ApiResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ApiFailure };
