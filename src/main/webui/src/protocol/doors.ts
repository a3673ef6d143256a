import type { Answer } from './answers';
import type { Live } from './live';
import { call, Refused, saysSignIn } from './rest';
import type { Command } from './types';

const LINK_UP = 3_000;

interface Parts {
  live(): Live | undefined;
  /** Follows by reading what no event will tell. */
  catchUp(): Promise<void>;
  expired(): Promise<void>;
}

/** Both doors for a command: the socket, or REST where it does not come up in time. */
export class Doors {
  constructor(private readonly parts: Parts) {}

  async send(command: Command): Promise<Answer> {
    if (await this.#linked()) return this.parts.live()!.command(command);
    try {
      await call('POST', '/api/v1/commands', command);
      if (!this.parts.live()?.ready) await this.parts.catchUp();
      // Where this went through, the socket need not wait any longer.
      this.parts.live()?.wake();
      return { type: 'ok' };
    } catch (error) {
      if (!(error instanceof Refused)) return { type: 'unknown' };
      if (saysSignIn(error)) await this.parts.expired();
      return { type: 'refused', problem: error.problem };
    }
  }

  async #linked(): Promise<boolean> {
    this.parts.live()?.wake();
    for (let waited = 0; waited < LINK_UP && !this.parts.live()?.ready; waited += 100) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return this.parts.live()?.ready ?? false;
  }
}
