import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import type { BoundaryView, NeedReminderView, NeedView, NeedWords, Problem, Weekday } from '../protocol/types';
import { WEEKDAYS } from '../protocol/types';
import { t, type Key } from '../words/words.svelte';

/** Where a need in the making is kept on this device: the way to it, and the words. */
export const FIND = 'form.need.find';
export const FORM = 'form.need';

export const FIELDS = ['statement', 'feeling', 'observation', 'request'] as const;
export type FieldName = (typeof FIELDS)[number];

interface Asked {
  label: Key;
  hint: Key;
  short: Key;
  most: number;
  optional: boolean;
}

export const parts: Record<FieldName, Asked> = {
  statement: { label: 'need.statement', hint: 'need.statementHint', short: 'need.statementShort', most: 280, optional: false },
  feeling: { label: 'need.feeling', hint: 'need.feelingHint', short: 'need.feelingShort', most: 280, optional: false },
  observation: { label: 'need.observation', hint: 'need.observationHint', short: 'need.observationShort', most: 500, optional: true },
  request: { label: 'need.request', hint: 'need.requestHint', short: 'need.requestShort', most: 280, optional: true },
};

export const dayNames: Record<Weekday, Key> = {
  monday: 'need.monday',
  tuesday: 'need.tuesday',
  wednesday: 'need.wednesday',
  thursday: 'need.thursday',
  friday: 'need.friday',
  saturday: 'need.saturday',
  sunday: 'need.sunday',
};

/** The words as they are sent: trimmed, and nothing that is empty. */
export function said(words: NeedWords): { statement: string; feeling: string; observation?: string; request?: string } {
  const [statement = '', feeling = '', observation, request] = FIELDS.map((field) => words[field]?.trim() || undefined);
  return { statement, feeling, ...(observation && { observation }), ...(request && { request }) };
}

export function daysText(weekdays: Weekday[]): string {
  return WEEKDAYS.filter((day) => weekdays.includes(day))
    .map((day) => t(dayNames[day]))
    .join(', ');
}

type Recall = (key: string) => string | undefined;

export const needKey = (need: string) => `need.read.${need}`;
export const boundaryKey = (boundary: string) => `boundary.read.${boundary}`;
export const remindedKey = (need: string) => `need.reminded.${need}`;

/** The newest thing about it that the other did, as a moment; what was put away is known by it. */
export function newsOf(held: Held, one: NeedView): string | undefined {
  if (one.takenBackAt) return undefined;
  if (one.author === held.person) return one.answeredAt;
  const { reminder } = one;
  return reminder && !reminder.agreed ? `${one.versionAt}/${reminder.reminder}` : one.versionAt;
}

export function boundaryNews(held: Held, one: BoundaryView): string | undefined {
  if (one.takenBackAt) return undefined;
  return one.author === held.person ? (one.askedAt ?? one.acknowledgedAt) : one.versionAt;
}

export function newNeeds(held: Held, recall: Recall): NeedView[] {
  return held.needs.filter((one) => isNew(newsOf(held, one), recall(needKey(one.need))));
}

export function newBoundaries(held: Held, recall: Recall): BoundaryView[] {
  return held.boundaries.filter((one) => isNew(boundaryNews(held, one), recall(boundaryKey(one.boundary))));
}

function isNew(news: string | undefined, read: string | undefined): boolean {
  return news !== undefined && news !== read;
}

const REMINDER_LASTS = 12 * 3_600_000;

/** Reminders that came in the last hours and were not put away. */
export function reminded(held: Held, now: number, recall: Recall): NeedView[] {
  return held.needReminders.filter((one) => isDue(one, now, recall)).flatMap(({ need }) =>
    held.needs.filter((one) => one.need === need && one.reminder?.agreed),
  );
}

function isDue({ need, remindedAt }: NeedReminderView, now: number, recall: Recall): boolean {
  return remindedAt !== undefined && now - Date.parse(remindedAt) < REMINDER_LASTS && recall(remindedKey(need)) !== remindedAt;
}

/** Starts with the other person: a hint, and only that. Looked at in this browser alone. */
export function startsWithYou(text: string): boolean {
  return /^\s*(you|your|du|dein\p{L}*)(?!\p{L})/iu.test(text);
}

export function needProblem(problem: Problem): string {
  if (problem.code === 'too-soon') return t('need.rests');
  if (problem.code === 'rate') return t('need.rate');
  if (problem.code === 'conflict') return t('need.enough');
  return problemText(problem);
}
