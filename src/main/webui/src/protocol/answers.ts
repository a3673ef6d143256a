import { reached, type Held } from './fold';
import type { Ok, Positions, Problem } from './types';

export type Answer = { type: 'ok' } | { type: 'refused'; problem: Problem } | { type: 'unknown' };

const PATIENCE = 15_000;

/** The commands on their way over one socket, each with who waits for its answer. */
export class Answers {
  #unanswered = new Map<string, (answer: Answer) => void>();
  #unseen: { positions: Positions; seen: () => void }[] = [];

  /** Resolves when the answer is there and, if it is yes, its events are on the screen. */
  wait(id: string): Promise<Answer> {
    return new Promise((resolve) => {
      const give = (answer: Answer) => {
        clearTimeout(patience);
        this.#unanswered.delete(id);
        resolve(answer);
      };
      const patience = setTimeout(() => give({ type: 'unknown' }), PATIENCE);
      this.#unanswered.set(id, give);
    });
  }

  ok(ok: Ok, held: Held): void {
    const give = this.#unanswered.get(ok.id);
    if (!give) return;
    this.#unseen.push({ positions: ok.positions, seen: () => give({ type: 'ok' }) });
    this.shown(held);
  }

  refused(id: string, problem: Problem): void {
    this.#unanswered.get(id)?.({ type: 'refused', problem });
  }

  /** The screen has got this far. */
  shown(held: Held): void {
    this.#unseen = this.#unseen.filter(({ positions, seen }) => {
      if (!reached(held, positions)) return true;
      seen();
      return false;
    });
  }

  /** The socket is gone. */
  lost(): void {
    // An ok whose events were still on their way is an ok all the same; the events come with the replay.
    this.#unseen.splice(0).forEach(({ seen }) => seen());
    [...this.#unanswered.values()].forEach((give) => give({ type: 'unknown' }));
  }
}
