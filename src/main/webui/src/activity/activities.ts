import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import type { ActivityView, Problem } from '../protocol/types';
import { t } from '../words/words.svelte';

/** So long after its time a step is still the one's who has it. */
export const GRACE = 2 * 60_000;

/** What is offered or under way. */
export function standing(held: Held): ActivityView | undefined {
  return held.activities.find((one) => one.state !== 'over');
}

/** The newest of one's own that the other said a kind no to. */
export function declined(held: Held): ActivityView | undefined {
  const last = held.activities[0];
  return last?.state === 'over' && last.answer === 'not_now' && last.offeredBy === held.person ? last : undefined;
}

/** Whether this person passes the step on: it is theirs, of both, or its time is over. */
export function mayPass(one: ActivityView, person: string, now: number): boolean {
  return !one.turn || one.turn === person || (one.until !== undefined && now >= Date.parse(one.until) + GRACE);
}

export function activityProblem(problem: Problem, name: string): string {
  if (problem.code === 'too-soon') return t('activity.resting', { name });
  if (problem.code === 'rate') return t('activity.rate');
  if (problem.code === 'conflict') return t('activity.over');
  if (problem.code === 'not-yours') return t('activity.turn', { name });
  return problemText(problem);
}
