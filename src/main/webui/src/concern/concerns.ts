import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import type { ConcernView, ConcernWords, Problem } from '../protocol/types';
import { t, type Key } from '../words/words.svelte';

export const FIELDS = ['saw', 'felt', 'meaning', 'need', 'request'] as const;
export type FieldName = (typeof FIELDS)[number];

interface Asked {
  label: Key;
  hint: Key;
  short: Key;
  most: number;
  optional: boolean;
}

/** Each part of a card: how it is asked for, how it is shown, how long it may be. */
export const parts: Record<FieldName, Asked> = {
  saw: { label: 'concern.saw', hint: 'concern.sawHint', short: 'concern.sawShort', most: 500, optional: false },
  felt: { label: 'concern.felt', hint: 'concern.feltHint', short: 'concern.feltShort', most: 280, optional: false },
  meaning: { label: 'concern.meaning', hint: 'concern.meaningHint', short: 'concern.meaningShort', most: 500, optional: true },
  need: { label: 'concern.need', hint: 'concern.needHint', short: 'concern.needShort', most: 280, optional: false },
  request: { label: 'concern.request', hint: 'concern.requestHint', short: 'concern.requestShort', most: 280, optional: true },
};

/** Where the words of one card in the making are kept on this device. */
export const FORM = 'form.concern';

export interface Writing extends Record<FieldName, string>, Record<string, unknown> {
  concern: string;
  step: number;
  share: boolean;
}

export function writing(concern = '', words: ConcernWords = {}): Writing {
  const [saw, felt, meaning, need, request] = FIELDS.map((field) => words[field] ?? '') as [string, string, string, string, string];
  return { concern, step: 0, share: true, saw, felt, meaning, need, request };
}

/** What has words, trimmed. */
export function filled(words: Record<FieldName, string>): Partial<Record<FieldName, string>> {
  return Object.fromEntries(FIELDS.map((field) => [field, words[field].trim()]).filter(([, text]) => text !== ''));
}

export function openOne(held: Held): ConcernView | undefined {
  return held.concerns.find((one) => one.state === 'open');
}

/** The one of the partner that this person may hear now. */
export function toHear(held: Held): ConcernView | undefined {
  const open = openOne(held);
  return open && open.author !== held.person ? open : undefined;
}

/** An answer to one's own that was not put away: the moment of it. */
export function answeredAt(concern: ConcernView): string | undefined {
  return concern.needsTimeUntil ?? concern.heard?.at(-1)?.at;
}

/** Until something comes that is new, or its time has come. */
export function leftAside(held: Held, concern: ConcernView, aside: string | undefined): boolean {
  return aside === concern.openedAt && !held.dueConcerns.includes(concern.concern);
}

export function concernProblem(problem: Problem): string {
  if (problem.code === 'too-soon' || problem.code === 'too-long') return t('concern.timeBehind');
  if (problem.code === 'rate') return t('concern.rate');
  if (problem.code === 'conflict') return t('concern.over');
  return problemText(problem);
}
