// Who wants to be told. Adding gives back what removes.
// Runs on: the page's thread. Owns: the set.

export class Listeners<T> {
  private readonly all_ = new Set<(value: T) => void>();

  add(listener: (value: T) => void): () => void {
    this.all_.add(listener);
    return () => {
      this.all_.delete(listener);
    };
  }

  tell(value: T): void {
    for (const listener of [...this.all_]) listener(value);
  }
}
