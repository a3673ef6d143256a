import { backoff } from './backoff';
import type { Device, Entry } from './device';
import type { Answer } from './answers';
import type { Command, Problem } from './types';

/** A call for space this old is asked about first: the moment may be over. */
export const STALE = 2 * 60_000;
/** The longest rest after which a command goes out by itself. */
const PAUSE = 15_000;
const LOCK = 'haven-outbox';

export interface Door {
  send(command: Command): Promise<Answer>;
}

export interface OutboxParts {
  device: Device;
  person: string;
  door: Door;
  online(): boolean;
  now(): number;
  changed(entries: Entry[]): void;
  /** Tells this person's other tabs to read the list anew. */
  tell(): void;
}

export type Outcome = { type: 'ok' } | { type: 'refused'; problem: Problem } | { type: 'waiting' };

/** Sends what was stored, one after the other, once: the lock keeps tabs apart, the id keeps repeats harmless. */
export class Outbox {
  entries: Entry[] = [];
  #draining: Promise<void> | undefined;
  #wanted = false;
  #failures = 0;
  #last = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  #watchers = new Set<() => void>();

  constructor(private readonly parts: OutboxParts) {}

  async add(command: Command): Promise<void> {
    const madeAt = this.parts.now();
    const stored = await this.parts.device.outbox();
    this.#last = Math.max(madeAt, this.#last + 1, ...stored.map((one) => placeOf(one) + 1));
    await this.parts.device.store(this.parts.person, { command, madeAt, place: this.#last });
    await this.#spread();
    void this.drain();
  }

  /** What became of it by now: an answer, or that it waits for a connection. */
  outcome(id: string, patience = 4_000): Promise<Outcome> {
    return new Promise((resolve) => {
      const look = () => {
        const entry = this.entries.find((one) => one.command.id === id);
        if (!entry) give({ type: 'ok' });
        else if (entry.problem) give({ type: 'refused', problem: entry.problem });
        else if (!this.parts.online()) give({ type: 'waiting' });
      };
      const give = (outcome: Outcome) => {
        clearTimeout(timer);
        this.#watchers.delete(look);
        resolve(outcome);
      };
      const timer = setTimeout(() => give({ type: 'waiting' }), patience);
      this.#watchers.add(look);
      look();
    });
  }

  /** The server's log already holds it: an answer that went astray is not needed. */
  async seen(command: string): Promise<void> {
    if (this.entries.some((one) => one.command.id === command)) await this.#forget([command]);
  }

  asksFirst(entry: Entry): boolean {
    return entry.command.kind === 'timeout.call' && this.parts.now() - entry.madeAt > STALE;
  }

  /** Yes, send it now: its minutes count from here. */
  async sendNow(entry: Entry): Promise<void> {
    await this.parts.device.store(this.parts.person, { command: entry.command, madeAt: this.parts.now(), place: placeOf(entry) });
    await this.#spread();
    void this.drain();
  }

  /** Takes it out, and what was waiting behind it. */
  async discard(entry: Entry): Promise<void> {
    const { command } = entry;
    const dependents = command.kind === 'timeout.call' ? this.entries.filter((one) => about(one) === about(entry)) : [entry];
    await this.#forget([command.id, ...dependents.map((one) => one.command.id)]);
  }

  async refresh(): Promise<void> {
    const stored = await this.parts.device.outbox();
    this.entries = stored.sort((a, b) => placeOf(a) - placeOf(b));
    this.parts.changed(this.entries);
    [...this.#watchers].forEach((look) => look());
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
  }

  /** Sends what may be sent; a call during a run makes that run look once more. */
  drain(): Promise<void> {
    this.#wanted = true;
    clearTimeout(this.#retry);
    return (this.#draining ??= this.#run().finally(() => (this.#draining = undefined)));
  }

  async #run(): Promise<void> {
    while (this.#wanted && !this.#stopped) {
      this.#wanted = false;
      await alone(() => this.#sendAll());
    }
  }

  async #sendAll(): Promise<void> {
    await this.refresh();
    for (let entry = this.#next(); entry && !this.#stopped; entry = this.#next()) {
      if (!this.parts.online()) return;
      const answer = await this.parts.door.send(entry.command);
      if (answer.type === 'ok') {
        this.#failures = 0;
        await this.#forget([entry.command.id]);
      } else if (answer.type === 'refused' && !mayPass(answer.problem)) {
        await this.parts.device.store(this.parts.person, { ...entry, problem: answer.problem });
        await this.#spread();
      } else {
        return this.#later(answer.type === 'refused' ? answer.problem.after : undefined);
      }
    }
  }

  /** Nothing overtakes a call for space it belongs to. */
  #next(): Entry | undefined {
    const held = this.entries.filter((one) => one.command.kind === 'timeout.call' && (one.problem || this.asksFirst(one))).map(about);
    return this.entries.find((one) => !one.problem && !held.includes(about(one) ?? ''));
  }

  #later(after?: number): void {
    this.#retry = setTimeout(() => void this.drain(), after ?? 1_000 + backoff(this.#failures++));
  }

  async #forget(ids: string[]): Promise<void> {
    await this.parts.device.remove(this.parts.person, ids);
    await this.#spread();
  }

  async #spread(): Promise<void> {
    await this.refresh();
    this.parts.tell();
  }
}

function placeOf(entry: Entry): number {
  return entry.place ?? entry.madeAt;
}

function about(entry: Entry): string | undefined {
  return 'timeout' in entry.command.data ? entry.command.data.timeout : undefined;
}

/** These say nothing about the command itself: it is repeated with the same id. */
function mayPass(problem: Problem): boolean {
  // A long rest is for the person to know of: nothing waits behind it, and nothing asks once more by itself.
  if (problem.code === 'rate') return (problem.after ?? 0) <= PAUSE;
  return ['unavailable', 'internal', 'sign-in'].includes(problem.code);
}

function alone(act: () => Promise<void>): Promise<void> {
  return 'locks' in navigator && navigator.locks ? navigator.locks.request(LOCK, act) : act();
}
