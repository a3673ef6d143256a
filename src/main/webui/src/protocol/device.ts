import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Held } from './fold';
import type { Command, Me, Problem } from './types';
import { Unsettled } from './unsettled';

/** A command on its way: stored before it is sent, removed when the server has answered yes. */
export interface Entry {
  command: Command;
  madeAt: number;
  /** Its place in the line; ids are made by chance and tell nothing of it. */
  place?: number;
  /** Refused: the words wait here to be put back into the form. */
  problem?: Problem;
}

export interface Owner {
  person: string;
  device: string;
  /** Somebody may sign in now: nothing is shown before the server has said who. */
  locked: boolean;
}

interface Schema extends DBSchema {
  account: { key: 'owner'; value: Owner };
  held: { key: 'held'; value: Held };
  me: { key: 'me'; value: Me };
  outbox: { key: string; value: Entry };
  /** Words and choices that stay on this device. */
  own: { key: string; value: unknown };
}
type Store = 'held' | 'me' | 'outbox' | 'own';
const STORES: Store[] = ['held', 'me', 'outbox', 'own'];
const NAME = 'haven';

/** What this browser keeps, for one account at a time. Every write checks in its own transaction whose it is. */
export class Device {
  readonly #unsettled = new Unsettled();

  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  static async open(): Promise<Device> {
    const db = await openDB<Schema>(NAME, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('account');
        fresh.createObjectStore('held');
        fresh.createObjectStore('me');
        fresh.createObjectStore('outbox', { keyPath: 'command.id' });
        fresh.createObjectStore('own');
      },
      // Another tab deletes or upgrades: stand aside, or it waits for us.
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    });
    return new Device(db);
  }

  owner(): Promise<Owner | undefined> {
    return this.db.get('account', 'owner');
  }

  /** Makes the device this person's. What another person left is gone before anything is read. */
  async claim(person: string): Promise<Owner> {
    const tx = this.db.transaction(['account', ...STORES], 'readwrite');
    const account = tx.objectStore('account');
    const before = await account.get('owner');
    if (before?.person !== person) {
      this.#unsettled.clear();
      await Promise.all(STORES.map((store) => tx.objectStore(store).clear()));
    }
    const device = before?.person === person ? before.device : crypto.randomUUID();
    const owner = { person, device, locked: false };
    await account.put(owner, 'owner');
    await tx.done;
    return owner;
  }

  async lock(): Promise<void> {
    const tx = this.db.transaction('account', 'readwrite');
    const owner = await tx.store.get('owner');
    if (owner) await tx.store.put({ ...owner, locked: true }, 'owner');
    await tx.done;
  }

  async wipe(): Promise<void> {
    this.#unsettled.clear();
    const tx = this.db.transaction(['account', ...STORES], 'readwrite');
    await Promise.all([tx.objectStore('account').clear(), ...STORES.map((store) => tx.objectStore(store).clear())]);
    await tx.done;
  }

  held(): Promise<Held | undefined> {
    return this.db.get('held', 'held');
  }

  me(): Promise<Me | undefined> {
    return this.db.get('me', 'me');
  }

  async keepMe(me: Me): Promise<void> {
    await this.#write('me', me.id, (store) => store.put(me, 'me'));
  }

  /** State and positions in one record. A tab that lags behind another does not put it back. */
  async keepHeld(held: Held): Promise<void> {
    await this.#write('held', held.person, async (store) => {
      const stored = await store.get('held');
      if (!stored || !ahead(stored, held)) await store.put(held, 'held');
    });
  }

  async outbox(): Promise<Entry[]> {
    return this.db.getAll('outbox');
  }

  async store(person: string, entry: Entry): Promise<boolean> {
    return this.#write('outbox', person, (store) => store.put(entry));
  }

  async remove(person: string, ids: string[]): Promise<void> {
    await this.#write('outbox', person, (store) => Promise.all(ids.map((id) => store.delete(id))));
  }

  /** All that stays on this device, by key. */
  async own(): Promise<Record<string, unknown>> {
    const owner = await this.owner();
    const cutOff = Object.entries(owner ? this.#unsettled.of(owner.person) : {});
    await Promise.all(cutOff.map(([key, value]) => this.remember(owner!.person, key, value ?? undefined)));
    const tx = this.db.transaction('own');
    const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
    return Object.fromEntries(keys.map((key, i) => [key, values[i]]));
  }

  async remember(person: string, key: string, value: unknown): Promise<void> {
    const settled = this.#unsettled.hold(person, key, value);
    await this.#write('own', person, (store) => (value === undefined ? store.delete(key) : store.put(value, key)));
    settled();
  }

  async #write<S extends Store>(name: S, person: string, act: (store: Writable<S>) => Promise<unknown>): Promise<boolean> {
    const tx = this.db.transaction(['account', name], 'readwrite', { durability: name === 'outbox' ? 'strict' : 'relaxed' });
    const theirs = (await tx.objectStore('account').get('owner'))?.person === person;
    if (theirs) await act(tx.objectStore(name) as unknown as Writable<S>);
    await tx.done;
    return theirs;
  }
}

type Writable<S extends Store> = import('idb').IDBPObjectStore<Schema, ['account', S], S, 'readwrite'>;

function ahead(stored: Held, held: Held): boolean {
  const same = stored.couple === held.couple;
  const later = (name: 'ours' | 'mine') => {
    const [a, b] = [stored.positions[name], held.positions[name]];
    return a !== undefined && b !== undefined && a.epoch === b.epoch && a.seq > b.seq;
  };
  return same && (later('ours') || later('mine'));
}
