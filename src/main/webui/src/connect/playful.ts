import type { Key } from '../words/words.svelte';

export const SILLY: Key[] = [
  'silly.q1', 'silly.q2', 'silly.q3', 'silly.q4', 'silly.q5', 'silly.q6', 'silly.q7', 'silly.q8', 'silly.q9', 'silly.q10', 'silly.q11', 'silly.q12',
];

/** Where a person's own in-jokes stand on this device. */
export const JOKES = 'jokes';
const MOST = 50;

export function withJoke(jokes: string[], joke: string): string[] {
  return [joke, ...jokes.filter((one) => one !== joke)].slice(0, MOST);
}
