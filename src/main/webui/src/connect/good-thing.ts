import { dateField } from '../bid/bids';
import type { Held } from '../protocol/fold';

/** The day on this device. */
export const today = dateField;

/** The last day of a rest of a week. */
export function inAWeek(now: number): string {
  return dateField(now + 6 * 86_400_000);
}

/**
 * Once a day at most, and not where something was written down today already.
 *
 * @param restsUntil the last day on which it is not asked
 */
export function isAsked(held: Held, now: number, restsUntil: string | undefined): boolean {
  if (restsUntil !== undefined && restsUntil >= today(now)) return false;
  return ![...held.gratitudes, ...held.privateGratitudes].some((one) => one.by === held.person && today(Date.parse(one.at)) === today(now));
}
