// Numbers as a language writes them.

export interface Counting {
  /** "1,500" */
  readonly n: (count: number) => string;
  /** "1 poster", "1,500 posters": for languages with these two forms. */
  readonly plural: (count: number, one: string, many: string) => string;
}

export function counting(locale: string): Counting {
  const numbers = new Intl.NumberFormat(locale);
  const n = (count: number): string => numbers.format(count);
  return { n, plural: (count, one, many) => `${n(count)} ${count === 1 ? one : many}` };
}
