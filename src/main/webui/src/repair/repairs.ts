import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import type { FollowUpView, Phrase, Problem, RepairAnswer, RepairForm, RepairView } from '../protocol/types';
import { t, type Key } from '../words/words.svelte';

/** What each phrase says in the giver's voice. */
export const phraseWords: Record<Phrase, Key> = {
  far_apart: 'repair.farApart',
  overwhelmed: 'repair.overwhelmed',
  sorry: 'repair.sorry',
  start_over: 'repair.startOver',
  calmer: 'repair.calmer',
  your_point: 'repair.yourPoint',
  my_part: 'repair.myPart',
  same_side: 'repair.sameSide',
  tell_me_more: 'repair.tellMeMore',
  still_love: 'repair.stillLove',
  thank_you: 'repair.thankYou',
};

export const answerWords: Record<RepairAnswer, Key> = {
  accepted: 'repair.accepted',
  need_time: 'repair.needTime',
  not_yet: 'repair.notYet',
  need: 'repair.need',
};

export const PARTS = ['acknowledgement', 'empathy', 'restitution'] as const;
export type Part = (typeof PARTS)[number];
export const partWords: Record<Part, { title: Key; hint: Key; label: Key }> = {
  acknowledgement: { title: 'repair.partDid', hint: 'repair.partDidHint', label: 'repair.partDidLabel' },
  empathy: { title: 'repair.partFelt', hint: 'repair.partFeltHint', label: 'repair.partFeltLabel' },
  restitution: { title: 'repair.partGood', hint: 'repair.partGoodHint', label: 'repair.partGoodLabel' },
};

/** One line that says which attempt is meant. */
export function inShort(one: RepairForm): string {
  if (one.phrase) return t(phraseWords[one.phrase]);
  return one.words ?? one.acknowledgement ?? t('words.erased');
}

/** From the other, as this person's own pages show it. */
function received(held: Held): RepairView[] {
  return held.repairsMuted ? [] : held.repairs.filter((one) => one.giver !== held.person && !one.withdrawnAt);
}

/** Time was asked for, and it is over. */
export function isDue(one: RepairView, now: number): boolean {
  return one.answer === 'need_time' && one.until !== undefined && Date.parse(one.until) <= now;
}

/** What waits for me, in the order of attention: a time of mine that has come, then what has no answer, newest first. */
export function reachedMe(held: Held, now: number): RepairView[] {
  const all = received(held);
  return [...all.filter((one) => isDue(one, now)), ...all.filter((one) => !one.answer)];
}

/** Answers to what I offered that I have not put away yet.
 *
 * @param readAt which answer of this attempt was put away on this device */
export function unreadAnswers(held: Held, readAt: (repair: string) => string | undefined): RepairView[] {
  return held.repairs.filter((one) => one.giver === held.person && one.answer && !one.withdrawnAt && readAt(one.repair) !== one.answeredAt);
}

const DAY = 86_400_000;

/** The round of a follow-up that came last, if one has come. */
export function lastRound(asked: FollowUpView, now: number): number | undefined {
  const began = Date.parse(asked.askedAt);
  const rounds = Math.floor((now - began) / (asked.days * DAY));
  return rounds < 1 ? undefined : began + rounds * asked.days * DAY;
}

export function nextRound(asked: FollowUpView, now: number): number {
  return (lastRound(asked, now) ?? Date.parse(asked.askedAt)) + asked.days * DAY;
}

/** Follow-ups the other asked me for and whose time has come.
 *
 * @param putAway the round that was put away on this device */
export function dueFollowUps(held: Held, now: number, putAway: (thread: string) => number | undefined): FollowUpView[] {
  if (held.repairsMuted) return [];
  return held.followUps.filter((one) => {
    const round = lastRound(one, now);
    return one.giver === held.person && round !== undefined && putAway(one.thread) !== round;
  });
}

/** Until when this thread rests for its giver, because time was asked for. */
export function restsUntil(attempts: RepairView[], now: number): string | undefined {
  return attempts
    .flatMap((one) => (one.until && Date.parse(one.until) > now ? [one.until] : []))
    .sort()
    .at(-1);
}

/** A refusal in the reader's own words. */
export function repairProblem(problem: Problem): string {
  if (problem.code === 'too-soon') return t('repair.tooSoon');
  if (problem.code === 'too-long') return t('repair.timeFar');
  if (problem.code === 'rate') return t('bid.enough');
  return problemText(problem);
}
