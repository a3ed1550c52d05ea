// A part of the model that tells who reads it when it has changed. Nothing is passed along: readers read again.

export type Unsubscribe = () => void;

export class Observed {
  private readonly listeners_ = new Set<() => void>();

  onChange(listener: () => void): Unsubscribe {
    this.listeners_.add(listener);
    return () => {
      this.listeners_.delete(listener);
    };
  }

  protected changed(): void {
    for (const listener of [...this.listeners_]) listener();
  }
}
