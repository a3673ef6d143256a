import type { Held } from '../protocol/fold';
import type { AgreementReminderView, Weekday } from '../protocol/types';
import { WEEKDAYS } from '../protocol/types';
import { weekday } from '../words/when';

/** One's own reminder of an agreement that holds; with its end nothing of it is left to see. */
export function reminderOf(held: Held, agreement: string): AgreementReminderView | undefined {
  const holds = held.agreements.some((one) => one.agreement === agreement && one.state === 'in_force');
  return holds ? held.agreementReminders.find((one) => one.agreement === agreement) : undefined;
}

export function isPaused({ paused, pausedUntil }: AgreementReminderView, now: number): boolean {
  return paused === true && (pausedUntil === undefined || Date.parse(pausedUntil) > now);
}

export function daysText(weekdays: Weekday[]): string {
  return WEEKDAYS.filter((day) => weekdays.includes(day))
    .map((day) => weekday(day))
    .join(', ');
}

export const remindedKey = (agreement: string) => `agreement.reminded.${agreement}`;

const LASTS = 12 * 3_600_000;

/** Those that came in the last hours and were not put away. */
export function reminded(held: Held, now: number, recall: (key: string) => unknown): AgreementReminderView[] {
  return held.agreementReminders.filter(
    ({ agreement, remindedAt }) =>
      remindedAt !== undefined &&
      now - Date.parse(remindedAt) < LASTS &&
      recall(remindedKey(agreement)) !== remindedAt &&
      reminderOf(held, agreement) !== undefined,
  );
}

/** The same time of day, a week on. */
export function inAWeek(now: number): string {
  const at = new Date(now);
  at.setDate(at.getDate() + 7);
  return at.toISOString();
}
