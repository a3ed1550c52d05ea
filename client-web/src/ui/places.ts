// Where files are served.

import type { Poster } from '../model/values';

/** '' = none. */
export function fileUrl(hash: string): string {
  return hash === '' ? '' : `/files/${hash}`;
}

export function posterUrl(number: number): string {
  return `/p/${number}`;
}

export function authorUrl(number: number): string {
  return `/author/${number}`;
}

/** Only http and https lead out of the hall. */
export function safeLink(link: string): string {
  return /^https?:\/\//i.test(link) ? link : '';
}

export function hostOf(link: string): string {
  try {
    return new URL(link).host;
  } catch {
    return link;
  }
}

/** Something to read: a picture, or at least an original. */
export function hasPicture(poster: Poster): boolean {
  return poster.version > 0 && (poster.picture !== '' || poster.thumbnail !== '');
}

/** An address or an e-mail of the organisers, as one can follow it. */
export function contactLink(contact: string): string {
  if (safeLink(contact) !== '') return contact;
  return contact.includes('@') ? `mailto:${contact}` : '';
}
