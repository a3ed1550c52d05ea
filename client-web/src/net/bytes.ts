// Bytes as texts: base64 for JSON, hexadecimal for keys, and the random ids this client makes.

export function bytesFromBase64(text: string): Uint8Array {
  if (text === '') return new Uint8Array(0);
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
  } catch {
    return new Uint8Array(0);
  }
}

export function bytesToBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function bytesFromHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** An id for something sent: 16 random bytes, counts once for ever. */
export function makeClientId(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}
