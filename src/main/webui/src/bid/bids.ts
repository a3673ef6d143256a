import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import type { BidAnswer, BidKind, BidView, Problem, Wanted } from '../protocol/types';
import { t, type Key } from '../words/words.svelte';

/** What each kind says in the sender's voice. */
export const bidWords: Record<BidKind, Key> = {
  look: 'bid.look',
  laugh: 'bid.laugh',
  hug: 'bid.hug',
  talk: 'bid.talk',
  company: 'bid.company',
  help: 'bid.help',
  view: 'bid.view',
  good_news: 'bid.goodNews',
  appreciate: 'bid.appreciate',
  plan: 'bid.plan',
  play: 'bid.play',
  reassure: 'bid.reassure',
};

/** Where the words of an answer weigh more than its yes or no. */
export function wantsCare(kind: BidKind): boolean {
  return ['talk', 'help', 'view', 'good_news', 'reassure'].includes(kind);
}

const answerWords: Record<BidAnswer, Key> = {
  toward: 'bid.toward',
  tired_but_glad: 'bid.tired',
  later: 'bid.later',
  not_now: 'bid.notNow',
};

/** What asks for nothing is met with gladness or thanks rather than with a yes. */
export function isGift(kind: BidKind): boolean {
  return kind === 'good_news' || kind === 'appreciate';
}

/** What an answer says to this kind of bid. */
export function answerKey(answer: BidAnswer, kind: BidKind): Key {
  if (answer === 'toward' && kind === 'good_news') return 'bid.gladWith';
  if (answer === 'toward' && kind === 'appreciate') return 'bid.thanks';
  return answerWords[answer];
}

export const wantedWords: Record<Wanted, Key> = {
  listening: 'bid.wantedListening',
  advice: 'bid.wantedAdvice',
  hug: 'bid.wantedHug',
};

/** Good news stays up for a day, whatever was answered. */
const UP = 24 * 3_600_000;

/** From the other, with nothing said yet, newest first; also faded ones: they can be answered at any time. */
export function unanswered(held: Held): BidView[] {
  return heard(held).filter((one) => !one.answer);
}

/** I said *later*: first what I was reminded of. */
export function promised(held: Held): BidView[] {
  const due = (one: BidView) => (held.dueBids.includes(one.bid) ? 0 : 1);
  return heard(held).filter((one) => one.answer === 'later').sort((a, b) => due(a) - due(b));
}

export function goodNews(held: Held, now: number): BidView[] {
  return heard(held).filter((one) => one.kind === 'good_news' && one.answer && one.answer !== 'later' && now - Date.parse(one.madeAt) < UP);
}

/** Nothing playful stands beside a time-out, and what is muted is not shown on this person's own pages. */
function heard(held: Held): BidView[] {
  const timeout = held.timeouts.some((one) => !one.ending);
  return held.bids.filter(
    (one) => one.sender !== held.person && !one.withdrawnAt && !held.muted.includes(one.kind) && !(timeout && one.kind === 'play'),
  );
}

/** What reached me, in the order of attention: promises of mine, what is open, good news of the day. */
export function reachedMe(held: Held, now: number): BidView[] {
  return [...promised(held), ...unanswered(held), ...goodNews(held, now)];
}

/** Answers to what I sent that I have not put away yet.
 *
 * @param readAt which answer of this bid was put away on this device */
export function unreadAnswers(held: Held, readAt: (bid: string) => string | undefined): BidView[] {
  return held.bids.filter((one) => one.sender === held.person && one.answer && !one.withdrawnAt && readAt(one.bid) !== one.answeredAt);
}

/** A refusal of a bid in the reader's own words. */
export function bidProblem(problem: Problem, at?: string): string {
  if (problem.code === 'too-soon') return t(at && Date.parse(at) <= Date.now() ? 'bid.timeBehind' : 'bid.resting');
  if (problem.code === 'too-long') return t('bid.timeFar');
  if (problem.code === 'rate') return t('bid.enough');
  return problemText(problem);
}

/** The instant of a day and a time of day on this device. */
export function instant(day: string, time: string): number {
  return new Date(`${day}T${time}`).getTime();
}

/** "2026-11-21", as a date field has it. */
export function dateField(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
}
