import type { Entry } from '../protocol/device';
import type { Held } from '../protocol/fold';
import type { Kind, TimeoutView } from '../protocol/types';

export function mineOpen(held: Held): TimeoutView | undefined {
  return held.timeouts.find((one) => !one.ending && one.caller === held.person);
}

export function theirsOpen(held: Held): TimeoutView | undefined {
  return held.timeouts.find((one) => !one.ending && one.caller !== held.person);
}

/** Where two people are now back in the same room: the newest one that ended by coming back or talking. */
export function lastBack(held: Held): TimeoutView | undefined {
  return held.timeouts.find((one) => one.ending === 'returned' || one.ending === 'let_go');
}

/** What of this kind still waits to be sent, for one time-out or for any. */
export function waiting<K extends Kind>(pending: Entry[], kind: K, timeout?: string): Entry[] {
  return pending.filter(
    ({ command }) => command.kind === kind && (timeout === undefined || ('timeout' in command.data && command.data.timeout === timeout)),
  );
}
