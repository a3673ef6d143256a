/** Small things that stay on this device and go with the account. */
export class Own {
  #values = $state.raw<Record<string, unknown>>({});

  hold(values: Record<string, unknown>): void {
    this.#values = values;
  }

  recall<T>(key: string): T | undefined {
    return this.#values[key] as T | undefined;
  }

  /** undefined forgets it. */
  remember(key: string, value: unknown): void {
    const { [key]: _, ...rest } = this.#values;
    this.#values = value === undefined ? rest : { ...rest, [key]: value };
  }
}
