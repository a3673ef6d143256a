const FIRST = 500;
const LONGEST = 30_000;

/** Full jitter: many devices that lost the same server do not come back at the same moment. */
export function backoff(failures: number, random: () => number = Math.random): number {
  return random() * Math.min(LONGEST, FIRST * 2 ** Math.min(failures, 16));
}
