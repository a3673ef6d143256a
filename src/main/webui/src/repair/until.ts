/** Until when time is asked for. */
export type Until = 'hour' | 'tomorrow' | 'days' | 'other';

const HOUR = 3_600_000;
const MORNING = 9;

/** "2026-11-21", as a date field has it. */
export function dayField(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}

/** NaN where the day or the time is not one. */
export function untilOf(until: Until, day: string, time: string, now: number): number {
  switch (until) {
    case 'hour':
      return now + HOUR;
    case 'tomorrow':
      return morning(now, 1);
    case 'days':
      return morning(now, 3);
    case 'other':
      return new Date(`${day}T${time}`).getTime();
  }
}

function morning(now: number, days: number): number {
  const at = new Date(now);
  at.setDate(at.getDate() + days);
  at.setHours(MORNING, 0, 0, 0);
  return at.getTime();
}
