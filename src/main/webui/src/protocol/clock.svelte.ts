import { createSubscriber } from 'svelte/reactivity';

let offset = 0;

/** Ticks once a second, and only while something on the screen shows the time. */
const ticking = createSubscriber((update) => {
  const beat = setInterval(update, 1_000);
  return () => clearInterval(beat);
});

/** The promise is kept by the server's clock; a device that runs ahead or behind counts by it too. */
export function setServerTime(now: string): void {
  offset = Date.parse(now) - Date.now();
}

export function now(): number {
  ticking();
  return Date.now() + offset;
}
