type Told = { type: 'outbox' } | { type: 'wiped' };

interface Heard {
  outbox(): void;
  wiped(): void;
}

/** The other tabs of this browser, which share what it keeps. */
export class Tabs {
  readonly #channel = new BroadcastChannel('haven');

  constructor(heard: Heard) {
    this.#channel.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.type === 'outbox') heard.outbox();
      if (data.type === 'wiped') heard.wiped();
    };
  }

  tell(what: Told['type']): void {
    this.#channel.postMessage({ type: what } satisfies Told);
  }
}
