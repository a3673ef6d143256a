import { session } from '../protocol/session.svelte';
import { mineOpen } from '../timeout/timeouts';

/** Where a calm page leads back to: the break one is on, or the list of calm things. */
export function calmBack(): string {
  return mineOpen(session.held) ? '/break' : '/calm';
}
