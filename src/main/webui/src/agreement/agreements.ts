import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import { session } from '../protocol/session.svelte';
import type { AgreementKind, AgreementView, Link, Problem, Said, Slot, VersionView, Wording } from '../protocol/types';
import { t, type Key } from '../words/words.svelte';

/** What the form is about. It is kept on this device: a page's address says nothing about it. */
export interface Aim {
  /** The one that is changed; none: a new one. */
  agreement?: string;
  from?: Link;
  why?: string;
}
const AIM = 'agreement.aim';
const OPEN = 'agreement.open';
export const FORM = 'form.agreement';

export function aimAt(aim: Aim): void {
  session.remember(AIM, aim.agreement || aim.from ? aim : undefined);
  session.remember(FORM, undefined);
}

export function aim(): Aim {
  return session.recall<Aim>(AIM) ?? {};
}

/** Which agreement its page shows. */
export function openAgreement(agreement: string): void {
  session.remember(OPEN, agreement);
}

export function agreementOpen(): string | undefined {
  return session.recall<string>(OPEN);
}

export const kinds: Record<AgreementKind, { name: Key; what: Key }> = {
  need: { name: 'agreement.need', what: 'agreement.needWhat' },
  timeout_plan: { name: 'agreement.timeoutPlan', what: 'agreement.timeoutPlanWhat' },
  space_plan: { name: 'agreement.spacePlan', what: 'agreement.spacePlanWhat' },
};

export function versionOf(agreement: AgreementView, number: number | undefined): VersionView | undefined {
  return agreement.versions.find((one) => one.version === number);
}

/** The version that holds, or the one that waits where none does, or the last one there was. */
export function shown(agreement: AgreementView): VersionView | undefined {
  return versionOf(agreement, agreement.holds ?? agreement.pending) ?? agreement.versions.at(-1);
}

/** A version of the other that waits for this person's yes. */
export function asksMe(agreement: AgreementView, me: string): VersionView | undefined {
  const waits = versionOf(agreement, agreement.pending);
  return waits && waits.author !== me ? waits : undefined;
}

/** The day to look at it has come. */
export function toReview(agreement: AgreementView, now: number): boolean {
  return agreement.state === 'in_force' && agreement.reviewAt !== undefined && Date.parse(agreement.reviewAt) <= now;
}

/** What reached this person: what waits for their yes, and what the two wanted to look at. */
export function reachedMe(held: Held, now: number, recall: (key: string) => unknown): AgreementView[] {
  return held.agreements.filter(
    (one) =>
      (asksMe(one, held.person) && recall(`agreement.aside.${one.agreement}`) !== one.pending) ||
      (toReview(one, now) && recall(`agreement.reviewed.${one.agreement}`) !== one.reviewAt),
  );
}

/** The plan for time-outs in force; the newest where there are several. */
export function timeoutPlan(held: Held): VersionView | undefined {
  const plan = held.agreements.find((one) => one.kind === 'timeout_plan' && one.holds !== undefined);
  return plan && versionOf(plan, plan.holds);
}

/** What this person does by these words, whoever wrote them. */
export function mineIn(said: Wording & { author: string }, me: string): string | null | undefined {
  return said.author === me ? said.iWill : said.youWill;
}

export function theirsIn(said: Wording & { author: string }, me: string): string | null | undefined {
  return said.author === me ? said.youWill : said.iWill;
}

export const STEPS = ['kind', 'why', 'word', 'length', 'iWill', 'youWill', 'slots', 'review'] as const;
export type StepName = (typeof STEPS)[number];

const asked: Record<AgreementKind, StepName[]> = {
  need: ['why', 'iWill', 'youWill', 'review'],
  timeout_plan: ['word', 'length', 'iWill', 'youWill', 'review'],
  space_plan: ['slots', 'review'],
};

/** One decision a screen; what is changed has its kind already. */
export function stepsOf(kind: AgreementKind, isNew: boolean): StepName[] {
  return isNew ? ['kind', ...asked[kind]] : asked[kind];
}

export type Review = 'never' | 'month' | 'quarter' | 'half' | 'keep';
export interface Writing extends Record<string, unknown> {
  step: number;
  agreement: string;
  kind: AgreementKind;
  why: string;
  iWill: string;
  youWill: string;
  word: string;
  minutes: string;
  longest: string;
  slots: Slot[];
  review: Review;
}

/** The form as it begins: empty, or with what stands, told from this person's side. */
export function writing(id: string, kind: AgreementKind, said: (Wording & { author: string }) | undefined, me: string, slots?: Slot[]): Writing {
  return {
    step: 0,
    agreement: id,
    kind,
    why: said?.why ?? '',
    iWill: (said && mineIn(said, me)) ?? '',
    youWill: (said && theirsIn(said, me)) ?? '',
    word: said?.word ?? '',
    minutes: String(said?.minutes ?? 30),
    longest: said?.longest ? String(said.longest) : '',
    slots: slots ?? said?.slots ?? [],
    review: said ? 'keep' : 'quarter',
  };
}

const DAYS: Partial<Record<Review, number>> = { month: 30, quarter: 91, half: 182 };

/** At ten in the morning of that day, here. */
export function reviewAt(review: Review, now: number, before?: string): string | undefined {
  if (review === 'keep') return before && Date.parse(before) > now ? before : undefined;
  const days = DAYS[review];
  if (days === undefined) return undefined;
  const at = new Date(now);
  at.setDate(at.getDate() + days);
  at.setHours(10, 0, 0, 0);
  return at.toISOString();
}

/** What is sent: only what has words and belongs to its kind. */
export function said(form: Writing, now: number, before?: string): Said {
  const review = reviewAt(form.review, now, before);
  const words = (['why', 'iWill', 'youWill', 'word'] as const)
    .filter((field) => asked[form.kind].includes(field) && form[field].trim() !== '')
    .map((field) => [field, form[field].trim()]);
  return {
    ...Object.fromEntries(words),
    ...(form.kind === 'timeout_plan' && { minutes: Number(form.minutes), ...(form.longest && { longest: Number(form.longest) }) }),
    ...(form.kind === 'space_plan' && { slots: form.slots }),
    ...(review && { reviewAt: review }),
  };
}

export function agreementProblem(problem: Problem): string {
  if (problem.code === 'too-soon') return t('agreement.resting');
  if (problem.code === 'rate') return t('agreement.rate');
  if (problem.code === 'conflict') return t('agreement.moved');
  return problemText(problem);
}
