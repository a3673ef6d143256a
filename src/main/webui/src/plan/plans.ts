import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import type { PlanAnswer, PlanView, Problem } from '../protocol/types';
import { t, type Key } from '../words/words.svelte';

export const answerWords: Record<PlanAnswer, Key> = {
  gladly: 'plan.gladly',
  kind_thought: 'plan.kindThought',
  another_time: 'plan.anotherTime',
  not_for_me: 'plan.notForMe',
};

/**
 * What the home page shows until it is put away: plans of the other, and answers to one's own.
 * Nothing playful stands beside a time-out.
 *
 * @param recall what this device remembers under a key
 */
export function plansToShow(held: Held, recall: (key: string) => string | undefined): PlanView[] {
  if (held.timeouts.some((one) => !one.ending)) return [];
  return held.plans.filter((one) => (one.maker !== held.person || one.answeredAt) && recall(readKey(one)) !== mark(one, held.person));
}

export function readKey(one: PlanView): string {
  return `plan.read.${one.plan}`;
}

/** A new answer brings one's own plan back; the other's stays away once it was put away. */
export function mark(one: PlanView, person: string): string {
  return one.maker === person ? (one.answeredAt ?? '') : one.madeAt;
}

/** A refusal in the reader's own words. */
export function planProblem(problem: Problem): string {
  if (problem.errors?.some((one) => one.field === 'revealAt')) return t('plan.opensAfter');
  if (problem.code === 'too-soon') return t('bid.timeBehind');
  if (problem.code === 'too-long') return t('bid.timeFar');
  if (problem.code === 'rate') return t('bid.enough');
  if (problem.code === 'conflict') return t('plan.full');
  return problemText(problem);
}
