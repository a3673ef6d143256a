const NAME = 'haven.unsettled';

interface Written {
  person: string;
  /** null forgets. */
  values: Record<string, unknown>;
}

/**
 * What is on its way into the database of this browser. A reload may cut such a write off, so the tab holds it too: at
 * once, and only until it is stored.
 */
export class Unsettled {
  /** The last write of each key: an older one that is stored later settles nothing. */
  readonly #last = new Map<string, number>();
  #count = 0;

  /** Returns what to call when the write is stored. */
  hold(person: string, key: string, value: unknown): () => void {
    const mine = ++this.#count;
    this.#last.set(key, mine);
    this.#write({ person, values: { ...this.of(person), [key]: value ?? null } });
    return () => {
      if (this.#last.get(key) !== mine) return;
      const { [key]: _, ...values } = this.of(person);
      this.#write({ person, values });
    };
  }

  of(person: string): Record<string, unknown> {
    try {
      const written = JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Written | null;
      return written?.person === person ? written.values : {};
    } catch {
      return {};
    }
  }

  clear(): void {
    sessionStorage.removeItem(NAME);
  }

  #write(written: Written): void {
    try {
      if (Object.keys(written.values).length === 0) this.clear();
      else sessionStorage.setItem(NAME, JSON.stringify(written));
    } catch {
      // The tab has no room: the write itself goes on.
    }
  }
}
