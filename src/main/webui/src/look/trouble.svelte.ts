import { untrack } from 'svelte';
import { Unreachable } from '../protocol/rest';
import { session } from '../protocol/session.svelte';

/** What came of the last attempt here. That nobody answered is put away when the connection is back, and `back` may try once more. */
export function trouble(back: () => void = () => {}) {
  let error = $state.raw<unknown>();
  $effect(() => {
    if (!session.connected || !untrack(() => error instanceof Unreachable)) return;
    error = undefined;
    untrack(back);
  });
  return {
    get error(): unknown {
      return error;
    },
    set error(now: unknown) {
      error = now;
    },
  };
}
