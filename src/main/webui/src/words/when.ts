import { WEEKDAYS, type Weekday } from '../protocol/types';
import { currentLanguage, t } from './words.svelte';

const DAY = 86_400_000;

/** The reader's own region where it speaks the chosen language; clock times have 24 hours everywhere. */
function region(): string {
  const language = currentLanguage();
  return navigator.languages.find((tag) => tag.startsWith(language + '-')) ?? (language === 'de' ? 'de-DE' : 'en-GB');
}

function format(at: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(region(), options).format(at);
}

/** "18:30" */
export function clock(at: Date | string | number): string {
  return format(new Date(at), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** "at 18:30", "tomorrow at 09:00", "on Tuesday at 09:00": for the middle of a sentence. */
export function atTime(at: Date | string | number, now: number = Date.now()): string {
  const time = clock(at);
  const days = dayNumber(new Date(at)) - dayNumber(new Date(now));
  if (days === 0) return t('when.today', { time });
  if (days === 1) return t('when.tomorrow', { time });
  if (days === -1) return t('when.yesterday', { time });
  return t('when.day', { day: format(new Date(at), { weekday: 'long', ...(Math.abs(days) > 6 && { day: 'numeric', month: 'long' }) }), time });
}

/** "18:30", "tomorrow, 09:00": after "until" and the like. */
export function untilTime(at: Date | string | number, now: number = Date.now()): string {
  const time = clock(at);
  const days = dayNumber(new Date(at)) - dayNumber(new Date(now));
  if (days === 0) return time;
  if (days === 1) return t('when.tomorrowShort', { time });
  return t('when.dayShort', { day: format(new Date(at), { weekday: 'long' }), time });
}

/** "Tuesday, 12 November" */
export function day(at: Date | string): string {
  return format(new Date(at), { weekday: 'long', day: 'numeric', month: 'long' });
}

/** "Tuesday", of a day as the protocol names it. */
export function weekday(name: Weekday): string {
  const monday = Date.UTC(2024, 0, 1, 12);
  return format(new Date(monday + WEEKDAYS.indexOf(name) * DAY), { weekday: 'long', timeZone: 'UTC' });
}

/** "12 November 2026" */
export function longDate(at: Date | string): string {
  return format(new Date(at), { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "Friday, 20 November 2026": a day of the calendar, the same in every zone. */
export function calendarDay(date: string): string {
  return format(new Date(`${date}T12:00:00Z`), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** "12:41", or "1:02:41" above an hour; never below zero. */
export function remaining(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** "12 minutes", "1 hour": for a screen reader and for quiet lines. */
export function inWords(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  const unit = (value: number, name: 'minute' | 'hour') =>
    new Intl.NumberFormat(region(), { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  if (minutes < 60) return unit(minutes, 'minute');
  const rest = minutes % 60;
  return rest === 0 ? unit(minutes / 60, 'hour') : `${unit(Math.floor(minutes / 60), 'hour')} ${unit(rest, 'minute')}`;
}

function dayNumber(at: Date): number {
  return Math.round(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY);
}
