/** How long: minutes from now, or a time of the day. */
export type Length = '10' | '20' | '30' | '60' | '120' | 'half_day' | 'tomorrow' | 'time';

export const SHORTEST = 5 * 60_000;
export const LONGEST = 24 * 3_600_000;
const HALF_DAY = 6 * 60;
const MORNING = 9;
/** What is left of the day for *more time*. */
const SPARE = 30 * 60_000;

/** Minutes run from receipt; a time of the day is sent as the instant it means. */
export type Promised = { minutes: number } | { returnAt: string };

export function promised(length: Length, time: string, now: number): Promised {
  switch (length) {
    case 'half_day':
      return { minutes: HALF_DAY };
    case 'tomorrow':
      return { returnAt: new Date(morning(now)).toISOString() };
    case 'time':
      return { returnAt: new Date(nextTime(time, now)).toISOString() };
    default:
      return { minutes: Number(length) };
  }
}

export function instant(promise: Promised, now: number): number {
  return 'minutes' in promise ? now + promise.minutes * 60_000 : Date.parse(promise.returnAt);
}

/** The next time the clock shows this. */
export function nextTime(time: string, now: number): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const at = new Date(now);
  at.setHours(hours, minutes, 0, 0);
  if (at.getTime() <= now) at.setDate(at.getDate() + 1);
  return at.getTime();
}

/** "Tomorrow" is the morning after the next sleep, within the day that a promise may last. */
function morning(now: number): number {
  const at = new Date(now);
  at.setHours(MORNING, 0, 0, 0);
  if (at.getTime() < now + 4 * 3_600_000) at.setDate(at.getDate() + 1);
  return Math.min(at.getTime(), now + LONGEST - SPARE);
}
