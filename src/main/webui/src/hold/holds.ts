import { dateField, instant } from '../bid/bids';
import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import type { HoldView, SharedHoldView } from '../protocol/hold';
import type { Problem } from '../protocol/types';
import { clock, day, untilTime } from '../words/when';
import { t } from '../words/words.svelte';

/** Where the words of a new one are kept on this device until they are sent. */
export const FORM = 'form.hold';
const WEEK = 7 * 24 * 3_600_000;
const YEAR = 366 * 24 * 3_600_000;

/** How far ahead a hold may be placed with one tap, in days. */
export const SPANS = { day: 1, three: 3, week: 7 } as const;
export type Span = keyof typeof SPANS | 'other';

/** The same time of the clock so many days on, to the minute. */
export function daysOn(days: number, now: number): number {
  const then = new Date(now);
  then.setDate(then.getDate() + days);
  then.setSeconds(0, 0);
  return then.getTime();
}

export function chosen(when: { span: Span; day: string; time: string }, now: number): number {
  return when.span === 'other' ? instant(when.day, when.time) : daysOn(SPANS[when.span], now);
}

/** A week on, as the two fields have it. */
export function start(until: string | undefined, now: number): { span: Span; day: string; time: string } {
  const at = until ? Date.parse(until) : daysOn(7, now);
  return { span: until ? 'other' : 'three', day: dateField(at), time: clock(at) };
}

/** What is wrong with a time, if anything. */
export function timeProblem(until: number, now: number): string | undefined {
  if (!(until > now)) return t('bid.timeBehind');
  return until > now + YEAR ? t('hold.far') : undefined;
}

/** "tomorrow, 09:00", "Friday, 12 November, 09:00": after "until". */
export function untilText(until: string | number, now: number): string {
  const far = new Date(until).getTime() - now > WEEK - 24 * 3_600_000;
  return far ? t('when.dayShort', { day: day(new Date(until)), time: clock(until) }) : untilTime(until, now);
}

type Recall = (key: string) => string | undefined;

export const sharedKey = (hold: string) => `hold.read.${hold}`;
export const overKey = (hold: string) => `hold.over.${hold}`;

/** One's own whose time is ahead. */
export function own(held: Held, now: number): HoldView[] {
  return held.holds.filter((one) => Date.parse(one.until) > now);
}

/** What either one shows, as long as its time is ahead. */
export function shared(held: Held, now: number): SharedHoldView[] {
  return held.sharedHolds.filter((one) => Date.parse(one.until) > now);
}

/** What the other shows and was not put away with this end. */
export function newShared(held: Held, now: number, recall: Recall): SharedHoldView[] {
  return shared(held, now).filter((one) => one.owner !== held.person && recall(sharedKey(one.hold)) !== one.until);
}

/** One's own whose time came in the last day and was not put away. */
export function over(held: Held, now: number, recall: Recall): { hold: string; at: string }[] {
  return held.holdsOver.filter((one) => now - Date.parse(one.at) < 24 * 3_600_000 && recall(overKey(one.hold)) !== one.at);
}

export function holdNews(held: Held, now: number, recall: Recall): { hold: string }[] {
  return [...over(held, now, recall), ...newShared(held, now, recall)];
}

export function holdProblem(problem: Problem): string {
  if (problem.code === 'too-soon') return t('bid.timeBehind');
  if (problem.code === 'too-long') return t('hold.far');
  return problem.code === 'conflict' ? t('hold.enough') : problemText(problem);
}
