import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import type { PhonesDownView } from '../protocol/phonesdown';
import type { Problem } from '../protocol/types';
import { t } from '../words/words.svelte';

export const LENGTHS = [15, 30, 60, 90, 120, 180] as const;
export const WITHIN = 14 * 86_400_000;

/** What is proposed, agreed or under way. */
export function standing(held: Held): PhonesDownView | undefined {
  return held.phonesDown.find((one) => one.state !== 'over');
}

/** What runs now, also where this device has not heard of its end yet. */
export function running(held: Held, now: number): PhonesDownView | undefined {
  const one = standing(held);
  return one?.state === 'running' && one.until && Date.parse(one.until) > now ? one : undefined;
}

/** What the home page shows: all but one's own proposal, which waits on its page. */
export function toShow(held: Held, now: number): PhonesDownView | undefined {
  const one = standing(held);
  if (one?.state === 'running') return running(held, now);
  return one?.state === 'proposed' && one.proposedBy === held.person ? undefined : one;
}

/** The newest of one's own that the other said a kind no to. */
export function declined(held: Held): PhonesDownView | undefined {
  const last = held.phonesDown[0];
  return last?.state === 'over' && last.notNow && last.proposedBy === held.person ? last : undefined;
}

/** Under this key a device remembers that it showed the calm page of a slot. */
export function openedKey(slot: string): string {
  return `phonesDown.opened.${slot}`;
}

/** When it begins for the ring: its length before its end. */
export function beganAt(one: PhonesDownView): string {
  return new Date(Date.parse(one.until ?? '') - one.minutes * 60_000).toISOString();
}

export function slotProblem(problem: Problem, name: string): string {
  if (problem.code === 'too-soon') return t('phonesDown.resting', { name });
  if (problem.code === 'rate') return t('phonesDown.rate');
  if (problem.code === 'conflict') return t('phonesDown.changed');
  if (problem.code === 'invalid') return t('phonesDown.time');
  return problemText(problem);
}
