import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import type { PromiseVersion, PromiseView } from '../protocol/promise';
import type { Problem } from '../protocol/types';
import { t } from '../words/words.svelte';

const HOUR = 3_600_000;
/** So long before its time its maker is told, as the server reminds: where only the day counts, from the morning on. */
const SOON = { time: HOUR, day: 11 * HOUR };
const NEWS_LAST = 7 * 24 * HOUR;

export function standing(promise: PromiseView): PromiseVersion {
  return promise.versions.at(-1)!;
}

/** Those that are open, the nearest time first. */
export function openOnes(promises: PromiseView[]): PromiseView[] {
  return promises.filter((one) => one.state === 'open').sort((a, b) => standing(a).due.localeCompare(standing(b).due));
}

/** How earlier ones went, the newest first. */
export function earlierOnes(promises: PromiseView[]): PromiseView[] {
  const over = (one: PromiseView) => one.keptAt ?? one.letGoAt ?? '';
  return promises.filter((one) => one.state !== 'open').sort((a, b) => over(b).localeCompare(over(a)));
}

/** Its maker is asked about it now, or soon. Nobody else's page says so. */
export function asksNow(promise: PromiseView, me: string, now: number): 'soon' | 'due' | undefined {
  if (promise.state !== 'open' || promise.maker !== me) return undefined;
  const { due, on } = standing(promise);
  const left = Date.parse(due) - now;
  if (left <= 0) return 'due';
  return left <= (on ? SOON.day : SOON.time) ? 'soon' : undefined;
}

/** What happened to it last by the other, as far as it reaches this person. */
export function newsOf(promise: PromiseView, me: string): string | undefined {
  if (promise.maker === me) return promise.thankedAt;
  return promise.keptAt ?? promise.letGoAt ?? standing(promise).at;
}

export function readKey(promise: PromiseView): string {
  return `promise.read.${promise.promise}`;
}

/** What is put away until something else happens with it. */
export function mark(promise: PromiseView, me: string, now: number): string {
  const asks = asksNow(promise, me, now);
  return asks ? `${asks}.${standing(promise).due}` : (newsOf(promise, me) ?? '');
}

/** On the home page: mine whose time is near, and what is new of the other. */
export function reachedMe(held: Held, now: number, recall: (key: string) => unknown): PromiseView[] {
  const me = held.person;
  const reaches = (one: PromiseView) => {
    if (asksNow(one, me, now)) return true;
    const news = newsOf(one, me);
    return news !== undefined && now - Date.parse(news) < NEWS_LAST;
  };
  const all = held.promises.filter((one) => reaches(one) && recall(readKey(one)) !== mark(one, me, now));
  const asks = (one: PromiseView) => asksNow(one, me, now) !== undefined;
  return [...openOnes(all.filter(asks)), ...all.filter((one) => !asks(one))];
}

/** A refusal in the reader's own words. */
export function promiseProblem(problem: Problem): string {
  if (problem.code === 'too-soon') return t('promise.timeBehind');
  if (problem.code === 'too-long') return t('promise.timeFar');
  if (problem.code === 'rate') return t('promise.rate');
  return problemText(problem);
}

/** Whether it is the time that was refused, and not the words. */
export function aboutTime(problem: Problem): boolean {
  return ['too-soon', 'too-long'].includes(problem.code) || ['due', 'on'].includes(problem.errors?.[0]?.field ?? '');
}
