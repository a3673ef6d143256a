import { Refused } from '../protocol/rest';
import type { Problem } from '../protocol/types';
import { t, type Key } from '../words/words.svelte';

const KNOWN: Record<string, Key> = {
  'not-yours': 'problem.notYours',
  'not-found': 'problem.notFound',
  'not-paired': 'problem.notPaired',
  conflict: 'problem.conflict',
  'too-late': 'problem.tooLate',
  'too-soon': 'problem.tooSoon',
  'too-long': 'problem.tooLong',
  'too-large': 'problem.tooLarge',
  rate: 'problem.rate',
  invalid: 'problem.invalid',
  unavailable: 'problem.unavailable',
};

/** A refusal in the reader's own language: what is allowed now. */
export function problemText(problem: Problem): string {
  const room = problem.errors?.[0]?.message.match(/^1 to (\d+) characters/);
  if (room?.[1]) return t('problem.words', { n: room[1] });
  return t(KNOWN[problem.code] ?? 'problem.other');
}

export function errorText(error: unknown): string {
  return error instanceof Refused ? problemText(error.problem) : t('problem.unreachable');
}

/** For a form: if it says nothing about what was typed, this says that it is still here. */
export function formErrorText(error: unknown): string {
  const about = error instanceof Refused && (KNOWN[error.problem.code] || error.problem.errors);
  return about ? errorText(error) : `${errorText(error)} ${t('problem.typed')}`;
}

/** The field a refusal is about, if it names one. */
export function problemField(problem: Problem | undefined): string | undefined {
  if (!problem) return undefined;
  const named = problem.errors?.[0]?.field;
  return named?.split('.').pop() ?? (['too-long', 'too-soon'].includes(problem.code) ? 'returnAt' : undefined);
}
