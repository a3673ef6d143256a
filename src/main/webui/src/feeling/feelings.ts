import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import type { Problem, Reply, SharedMomentView } from '../protocol/types';
import { t, type Key } from '../words/words.svelte';

export const replyWords: Record<Reply, Key> = {
  thanks: 'feeling.replyThanks',
  with_you: 'feeling.replyWithYou',
  hug: 'feeling.replyHug',
  nothing_now: 'feeling.replyNothing',
};

const DAY = 24 * 3_600_000;
/** A reminder is an offer for now, not for the evening. */
const DUE_LASTS = 4 * 3_600_000;

/**
 * What the home page shows: what the other shared in the last day, and an answer to mine, until put away.
 *
 * @param recall what this device remembers under a key
 */
export function feelingsToShow(held: Held, now: number, recall: (key: string) => string | undefined): SharedMomentView[] {
  const current = held.sharedFeelings.filter((one) => !one.erased && now - Date.parse(one.answeredAt ?? one.at) < DAY);
  return current.filter((one) => (one.by !== held.person || one.answeredAt) && recall(readKey(one)) !== mark(one, held.person));
}

export function readKey(one: SharedMomentView): string {
  return `feeling.read.${one.moment}`;
}

/** An answer brings one's own card back; the other's stays away once it was put away. */
export function mark(one: SharedMomentView, person: string): string {
  return one.by === person ? (one.answeredAt ?? '') : one.at;
}

/** The reminder that may be answered now. One that was left alone is gone by itself. */
export function dueNow(held: Held, now: number): number | undefined {
  const { due } = held.feelingWishes;
  return due && now - Date.parse(due.at) < DUE_LASTS ? due.reminder : undefined;
}

/** What an answer says. */
export function answerText(one: { reply?: Reply; answerWords?: string | null }): string {
  return [one.reply && t(replyWords[one.reply]), one.answerWords].filter(Boolean).join(' ');
}

/** A refusal in the reader's own words. */
export function feelingProblem(problem: Problem): string {
  if (problem.code === 'rate') return t('feeling.enough');
  const field = problem.errors?.[0]?.field;
  if (problem.code === 'invalid' && (field === 'feeling' || field === 'own')) return t('feeling.needed');
  return problemText(problem);
}
