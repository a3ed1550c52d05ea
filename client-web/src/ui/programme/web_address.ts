// Where a link leads, said before one goes there. Pure.

/** Null for anything but http and https. */
export function webAddress(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const address = new URL(text);
  return address.protocol === 'https:' || address.protocol === 'http:' ? address : null;
}
