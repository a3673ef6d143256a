import { onMount } from 'svelte';
import { call } from '../protocol/rest';
import { trouble } from './trouble.svelte';

interface Page<T> {
  items: T[];
  next: string | null;
}

/**
 * One of the server's lists, newest first, as far back as was asked for.
 * What the device holds is newer than what was read, and is all there is without a network.
 */
export function pages<T>(path: string, id: (one: T) => string, at: (one: T) => string, held: () => T[]) {
  let read = $state.raw<T[]>([]);
  let next = $state<string | null>(null);
  let loading = $state(true);
  const problem = trouble(() => void load());
  const items = $derived.by(() => {
    const all = new Map([...read, ...held()].map((one) => [id(one), one]));
    return [...all.values()].sort((a, b) => at(b).localeCompare(at(a)));
  });

  async function load(before?: string): Promise<void> {
    loading = true;
    problem.error = undefined;
    try {
      const page = await call<Page<T>>('GET', `${path}?limit=20${before ? `&before=${encodeURIComponent(before)}` : ''}`);
      read = [...(before ? read : []), ...page.items];
      next = page.next;
    } catch (error) {
      problem.error = error;
    } finally {
      loading = false;
    }
  }
  onMount(() => void load());

  return {
    get items(): T[] {
      return items;
    },
    get loading(): boolean {
      return loading;
    },
    get failed(): boolean {
      return problem.error !== undefined;
    },
    get more(): boolean {
      return next !== null;
    },
    /** Nothing stands there, as far as is known. */
    get empty(): boolean {
      return items.length === 0 && !loading && problem.error === undefined;
    },
    again: () => void load(),
    earlier: () => void load(next ?? undefined),
  };
}
