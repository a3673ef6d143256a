import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import type { CheckinView, Need, Offer, Problem } from '../protocol/types';
import { t, type Key } from '../words/words.svelte';

export const needWords: Record<Need, Key> = {
  reassurance: 'checkin.needReassurance',
  presence: 'checkin.needPresence',
  affection: 'checkin.needAffection',
  validation: 'checkin.needValidation',
  time: 'checkin.needTime',
  nothing: 'checkin.nothing',
};

/** What each offer says in the voice of the one who gives it. */
export const offerWords: Record<Offer, Key> = {
  reassurance: 'checkin.offerReassurance',
  presence: 'checkin.offerPresence',
  affection: 'checkin.offerAffection',
  validation: 'checkin.offerValidation',
  time: 'checkin.offerTime',
};

const DAY = 24 * 3_600_000;

/**
 * What the home page shows: the newest of the other's last day, and a new answer to mine, until put away.
 *
 * @param recall what this device remembers under a key
 */
export function checkinsToShow(held: Held, now: number, recall: (key: string) => string | undefined): CheckinView[] {
  const current = held.checkins.filter((one) => !one.withdrawnAt && now - Date.parse(one.toldAt) < DAY);
  const theirs = current.find((one) => one.teller !== held.person);
  const answered = current.filter((one) => one.teller === held.person && one.answeredAt);
  return [...(theirs ? [theirs] : []), ...answered].filter((one) => recall(readKey(one)) !== mark(one, held.person));
}

export function readKey(one: CheckinView): string {
  return `checkin.read.${one.checkin}`;
}

/** A new answer brings one's own card back; the other's stays away once it was put away. */
export function mark(one: CheckinView, person: string): string {
  return one.teller === person ? (one.answeredAt ?? '') : one.toldAt;
}

/** What an answer says. */
export function answerText(one: Pick<CheckinView, 'offer' | 'answerWords'>): string {
  return [one.offer && t(offerWords[one.offer]), one.answerWords].filter(Boolean).join(' ');
}

/** A refusal in the reader's own words. */
export function checkinProblem(problem: Problem): string {
  if (problem.code === 'rate') return t('checkin.enough');
  return problemText(problem);
}
