import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import { session } from '../protocol/session.svelte';
import type { AgreementView, CommandData, Problem } from '../protocol/types';
import type { Form, RhythmView, WeeklyDraftView, WeeklyView, WeeklyWords } from '../protocol/weekly';
import { t, type Key } from '../words/words.svelte';

export const STAGES = ['appreciations', 'wentWell', 'needs', 'hardThing', 'offer', 'together'] as const;
export type Stage = (typeof STAGES)[number];
export const MOST_GLAD = 5;
export const MOST_NEEDS = 20;

export const stageWords: Record<Stage, { ask: Key; hint: Key; title: Key }> = {
  appreciations: { ask: 'weekly.askGlad', hint: 'weekly.gladHint', title: 'weekly.glad' },
  wentWell: { ask: 'weekly.askWell', hint: 'weekly.wellHint', title: 'weekly.well' },
  needs: { ask: 'weekly.askNeeds', hint: 'weekly.needsHint', title: 'weekly.needs' },
  hardThing: { ask: 'weekly.askHard', hint: 'weekly.hardHint', title: 'weekly.hard' },
  offer: { ask: 'weekly.askOffer', hint: 'weekly.offerHint', title: 'weekly.offer' },
  together: { ask: 'weekly.askTogether', hint: 'weekly.togetherHint', title: 'weekly.together' },
};

export const formWords: Record<Form, { name: Key; talk: Key }> = {
  hour: { name: 'weekly.hour', talk: 'weekly.hourTalk' },
  short: { name: 'weekly.short', talk: 'weekly.shortTalk' },
};

/** Numbers for how well a need is met; only the ends have a name. */
export const metWords: Record<string, Key> = { '1': 'weekly.met1', '5': 'weekly.met5' };

/** Everything typed, by name; what belongs to an agreement carries its id in the name. */
export type Typed = Record<string, string>;

export const gladField = (n: number) => `glad.${n}`;
export const metField = (agreement: string) => `met.${agreement}`;
export const aboutField = (agreement: string) => `about.${agreement}`;

/** The form as it begins: empty, or with what is kept. */
export function typed(kept: WeeklyWords = {}): Typed {
  const glad = (kept.appreciations ?? []).map((words, n) => [gladField(n), words]);
  const needs = (kept.needs ?? []).flatMap(({ agreement, met, words }) => [
    [metField(agreement), String(met)],
    [aboutField(agreement), words ?? ''],
  ]);
  return {
    ...Object.fromEntries([...glad, ...needs]),
    wentWell: kept.wentWell ?? '',
    hardThing: kept.hardThing ?? '',
    offer: kept.offer ?? '',
    together: kept.together ?? '',
  };
}

type Said = Omit<CommandData['weekly.keep'], 'weekly' | 'couple'>;

/** What is sent: only what has words, or a number. */
export function said(form: Typed): Said {
  const words = (name: string) => (form[name] ?? '').trim();
  const appreciations = Array.from({ length: MOST_GLAD }, (_, n) => words(gladField(n))).filter((one) => one !== '');
  const needs = Object.keys(form)
    .filter((name) => name.startsWith('met.') && form[name] !== '')
    .map((name) => name.slice('met.'.length))
    .map((agreement) => ({ agreement, met: Number(form[metField(agreement)]), ...(words(aboutField(agreement)) && { words: words(aboutField(agreement)) }) }));
  const rest = (['wentWell', 'hardThing', 'offer', 'together'] as const).filter((name) => words(name) !== '').map((name) => [name, words(name)]);
  return {
    ...(appreciations.length > 0 && { appreciations }),
    ...(needs.length > 0 && { needs }),
    ...Object.fromEntries(rest),
  };
}

export function saysSomething(words: Said): boolean {
  return Object.keys(words).length > 0;
}

/** The one that has not ended. */
export function current(held: Held): WeeklyView | undefined {
  return held.weeklies.find((one) => one.state === 'open' || one.state === 'revealed');
}

/** What this person keeps for it; nothing of another space. */
export function ownOf(held: Held, weekly: string): WeeklyDraftView | undefined {
  return held.weeklyDrafts.find((one) => one.weekly === weekly && one.couple === held.couple);
}

export function agreedOn(held: Held): RhythmView | undefined {
  return held.weeklyRhythms.find((one) => one.agreed);
}

export function proposed(held: Held): RhythmView | undefined {
  return held.weeklyRhythms.find((one) => !one.agreed);
}

/** Each agreement both hold to is asked about. */
export function inForce(held: Held): AgreementView[] {
  return held.agreements.filter((one) => one.state === 'in_force').slice(0, MOST_NEEDS);
}

/** What the partner proposes, what is open, and what both can read now, until it was looked at. */
export function news(held: Held, recall: (key: string) => unknown): { day?: RhythmView; weekly?: WeeklyView } {
  const asked = proposed(held);
  const day = asked && asked.proposedBy !== held.person && recall(seenDay) !== asked.rhythm ? asked : undefined;
  const now = current(held);
  const waits = now && recall(seenKey(now.weekly)) !== now.state && !(now.state === 'open' && ownOf(held, now.weekly)?.ready);
  return { ...(day && { day }), ...(waits && { weekly: now }) };
}

/** There are words of this person in it. */
export function mineIn(weekly: WeeklyView, me: string): boolean {
  const answered = (weekly.answers ?? []).some((one) => one.by === me && !one.erased);
  return answered || [...(weekly.notes ?? []), ...(weekly.decisions ?? [])].some((one) => one.by === me && one.words !== null);
}

/** Where the device remembers what was looked at. */
export const seenDay = 'weekly.day';
export const seenKey = (weekly: string) => `weekly.seen.${weekly}`;
/** Where it keeps what is typed. */
export const typedKey = (weekly: string) => `form.weekly.${weekly}`;
export const newKey = (weekly: string, decision: boolean) => `form.weekly.${decision ? 'decision' : 'note'}.${weekly}`;
export const itemKey = (item: string) => `form.weekly.item.${item}`;

/** What was typed stays no longer on this device than it is wanted: it is open for both, or thrown away. */
export function forgetTyped(held: Held): void {
  for (const { weekly, state, notes = [], decisions = [] } of held.weeklies) {
    const talked = [newKey(weekly, false), newKey(weekly, true), ...[...notes, ...decisions].map(({ id }) => itemKey(id))];
    const gone = [...(state === 'open' ? [] : [typedKey(weekly)]), ...(state === 'open' || state === 'revealed' ? [] : talked)];
    for (const key of gone) if (session.recall(key) !== undefined) session.remember(key, undefined);
  }
}

export function weeklyProblem(problem: Problem, name: string): string {
  if (problem.code === 'too-soon') return t('weekly.otherSpeaks', { name });
  if (problem.code === 'rate') return t('weekly.rate');
  if (problem.code === 'conflict') return t('weekly.moved');
  return problemText(problem);
}
