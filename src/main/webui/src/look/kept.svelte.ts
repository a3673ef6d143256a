import { untrack } from 'svelte';
import { session } from '../protocol/session.svelte';

/** What is typed survives a reload: it is kept on this device until it is sent or let go. */
export function kept<T extends Record<string, unknown>>(key: string, start: T): { fields: T; clear(): void } {
  const fields = $state<T>({ ...start, ...session.recall<T>(key) });
  let cleared = false;
  $effect(() => {
    const now = $state.snapshot(fields) as T;
    if (cleared) return;
    const untouched = Object.keys(start).every((name) => now[name] === start[name]);
    untrack(() => session.remember(key, untouched ? undefined : now));
  });
  return {
    fields,
    clear() {
      cleared = true;
      session.remember(key, undefined);
    },
  };
}
