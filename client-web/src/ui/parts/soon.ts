// What is not needed for the first screen, and may be needed when nothing can be fetched any more: fetched a moment after
// it, or when it is first wanted.

const MOMENT_MS = 1500;

export function soon<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  const wanted = (): Promise<T> => {
    loading ??= load().catch((why: unknown) => {
      loading = null;
      throw why;
    });
    return loading;
  };
  setTimeout(() => wanted().catch(() => undefined), MOMENT_MS);
  return wanted;
}
