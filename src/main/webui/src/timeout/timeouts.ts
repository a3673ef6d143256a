import type { Entry } from '../protocol/device';
import type { Held } from '../protocol/fold';
import type { Kind, TimeoutView } from '../protocol/types';

export function mineOpen(held: Held): TimeoutView | undefined {
  return held.timeouts.find((one) => !one.ending && one.caller === held.person);
}

export function theirsOpen(held: Held): TimeoutView | undefined {
  return held.timeouts.find((one) => !one.ending && one.caller !== held.person);
}

/** Where two people are now back in the same room. Who has talked already needs no way to start. */
export function lastBack(held: Held): TimeoutView | undefined {
  const last = lastEnded(held);
  return last?.ending === 'returned' ? last : undefined;
}

/** The break the partner ended with "we already talked", while nothing came after it. */
export function talked(held: Held): TimeoutView | undefined {
  const last = lastEnded(held);
  return last?.ending === 'let_go' && last.caller !== held.person ? last : undefined;
}

/** What the partner came back from while one's own break still runs. */
export function partnerBack(held: Held): TimeoutView | undefined {
  const [mine, back] = [mineOpen(held), lastBack(held)];
  if (!mine || !back?.endedAt || theirsOpen(held)) return undefined;
  return back.caller !== held.person && Date.parse(back.endedAt) > Date.parse(mine.calledAt) ? back : undefined;
}

/** The talks that were agreed and are still ahead, the nearest first; a later break takes none of them back. */
export function talksAhead(held: Held, now: number): TimeoutView[] {
  const ahead = held.timeouts.filter((one) => one.talkAt && Date.parse(one.talkAt) > now);
  return ahead.sort((a, b) => Date.parse(a.talkAt ?? '') - Date.parse(b.talkAt ?? ''));
}

function lastEnded(held: Held): TimeoutView | undefined {
  const word = held.timeouts.filter((one) => one.ending === 'returned' || one.ending === 'let_go');
  return word.sort((a, b) => (b.endedAt ?? '').localeCompare(a.endedAt ?? ''))[0];
}

/** The key under which this device remembers that a card about this time-out was put away. */
export function putAway(timeout: TimeoutView): string {
  return `back.${timeout.timeout}`;
}

/** What of this kind still waits to be sent, for one time-out or for any. */
export function waiting<K extends Kind>(pending: Entry[], kind: K, timeout?: string): Entry[] {
  return pending.filter(
    ({ command }) => command.kind === kind && (timeout === undefined || ('timeout' in command.data && command.data.timeout === timeout)),
  );
}
