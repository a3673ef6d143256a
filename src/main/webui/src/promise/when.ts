import type { Dated } from '../protocol/promise';
import { clock, day as dayName } from '../words/when';
import { t } from '../words/words.svelte';

/** By when, as the form asks it. */
export type When = 'today' | 'tomorrow' | 'days' | 'week' | 'other';
export interface Chosen {
  when: When;
  /** As the fields have them: "2026-11-28", "18:30". A day without a time is the whole day. */
  day: string;
  time: string;
}

const EVENING = 20;
const AHEAD: Record<Exclude<When, 'other'>, number> = { today: 0, tomorrow: 1, days: 3, week: 7 };

/** "2026-11-28", here. */
export function dayField(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}

/** That day is named where the hour does not matter; its maker is asked in the evening. Nothing where it is no day. */
export function datedBy({ when, day, time }: Chosen, now: number): Dated | undefined {
  if (when === 'other' && time) {
    const at = new Date(`${day}T${time}`).getTime();
    return Number.isNaN(at) ? undefined : { due: new Date(at).toISOString() };
  }
  const on = when === 'other' ? day : dayField(daysOn(now, AHEAD[when]));
  const due = evening(on, now);
  return due === undefined ? undefined : { due: new Date(due).toISOString(), on };
}

/** The form as it opens on what stands. */
export function chosenFrom(dated: Dated): Chosen {
  const at = Date.parse(dated.due);
  const two = (n: number) => String(n).padStart(2, '0');
  const date = new Date(at);
  return { when: 'other', day: dated.on ?? dayField(at), time: dated.on ? '' : `${two(date.getHours())}:${two(date.getMinutes())}` };
}

function daysOn(now: number, days: number): number {
  const at = new Date(now);
  at.setDate(at.getDate() + days);
  return at.getTime();
}

/** Who promises something for today in the evening has the rest of the day. */
function evening(day: string, now: number): number | undefined {
  const at = new Date(`${day}T00:00`);
  if (Number.isNaN(at.getTime())) return undefined;
  at.setHours(EVENING);
  if (at.getTime() <= now && dayField(now) === day) at.setHours(23, 59);
  return at.getTime();
}

/** "today, 18:30", "tomorrow", "Friday, 4 December": after "by". */
export function byWhen(dated: Dated, now: number): string {
  const at = dated.on ? new Date(`${dated.on}T12:00`) : new Date(dated.due);
  const days = new Map([[dayField(now), 'promise.today' as const], [dayField(daysOn(now, 1)), 'promise.tomorrow' as const]]);
  const key = days.get(dayField(at.getTime()));
  const named = key ? t(key) : dayName(at);
  return dated.on ? named : t('promise.dayTime', { day: named, time: clock(at) });
}
