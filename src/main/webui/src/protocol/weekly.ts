import type { Held } from './fold';
import type { HavenEvent, Snapshot, Weekday, Wordy } from './types';

type Told = Extract<HavenEvent, { kind: `weekly.${string}` | `rhythm.${string}` }>;

/** How long it is meant to be: an hour, or twenty minutes. */
export type Form = 'hour' | 'short';
/** A day and a time on the clock of one zone. */
export interface Rhythm {
  rhythm: string;
  weekday: Weekday;
  time: string;
  zone: string;
  form: Form;
}
export interface RhythmView extends Rhythm {
  proposedBy: string;
  agreed: boolean;
}
/** How well what an agreement is about is met, from 1 to 5. */
export interface Met {
  agreement: string;
  met: number;
  words?: string | null;
}
export interface WeeklyWords {
  appreciations?: string[] | null;
  wentWell?: string | null;
  needs?: Met[] | null;
  hardThing?: string | null;
  offer?: string | null;
  together?: string | null;
}
export interface WeeklyAnswer extends WeeklyWords {
  by: string;
  erased?: boolean;
}
/** A note or a decision in its newest version. */
export interface WrittenView {
  id: string;
  version: number;
  by: string;
  at: string;
  words: string | null;
  erased?: boolean;
}
export interface WeeklyView {
  weekly: string;
  /** When the two sit down. */
  at: string;
  form: Form;
  openedAt: string;
  state: 'open' | 'revealed' | 'closed' | 'skipped' | 'passed';
  revealedAt?: string;
  /** Who has the word. */
  speaker?: string;
  answers?: WeeklyAnswer[];
  notes?: WrittenView[];
  decisions?: WrittenView[];
  endedAt?: string;
}
/** Answers that only their author reads. */
export interface WeeklyDraftView extends WeeklyWords {
  weekly: string;
  couple: string;
  ready: boolean;
  keptAt: string;
}

export interface WeeklyCommands {
  'rhythm.propose': Rhythm;
  'rhythm.agree': { rhythm: string };
  'rhythm.stop': { rhythm: string };
  'weekly.keep': { weekly: string; couple: string } & Wordy<WeeklyWords>;
  'weekly.discard': { weekly: string };
  'weekly.ready': { weekly: string; couple: string };
  'weekly.notReady': { weekly: string; couple: string };
  'weekly.skip': { weekly: string };
  'weekly.speak': { weekly: string };
  'weekly.pass': { weekly: string };
  'weekly.note': { weekly: string; note: string; version: number; words: string };
  'weekly.decide': { weekly: string; decision: string; version: number; words: string };
  'weekly.close': { weekly: string };
  'weekly.erase': { weekly: string };
}

export interface WeeklyEvents {
  'rhythm.proposed': Rhythm;
  'rhythm.agreed': Rhythm;
  'rhythm.stopped': { rhythm: string };
  'weekly.opened': { weekly: string; rhythm: string; at: string; form: Form };
  'weekly.kept': { weekly: string; couple: string } & WeeklyWords;
  'weekly.discarded': { weekly: string };
  'weekly.readyChanged': { weekly: string; ready: boolean };
  'weekly.cleared': { weekly: string };
  'weekly.revealed': { weekly: string; answers: WeeklyAnswer[] };
  'weekly.skipped': { weekly: string };
  'weekly.passed': { weekly: string };
  'weekly.spoke': { weekly: string; speaker: string };
  'weekly.noted': { weekly: string; note: string; version: number; words: string | null; erased?: boolean };
  'weekly.decided': { weekly: string; decision: string; version: number; words: string | null; erased?: boolean };
  'weekly.closed': { weekly: string };
}

export interface WeeklyParts {
  /** What both said yes to, and what one of them proposes; at most one of each. */
  weeklyRhythms: RhythmView[];
  /** The one that has not ended, and those that ended in the last days. */
  weeklies: WeeklyView[];
  /** One's own answers that are not open yet. */
  weeklyDrafts: WeeklyDraftView[];
}

const SHOWN = 8 * 24 * 3_600_000;

export function noWeeklies(): WeeklyParts {
  return { weeklyRhythms: [], weeklies: [], weeklyDrafts: [] };
}

export function weekliesOf(snapshot: Snapshot): WeeklyParts {
  const { weeklyRhythms = [], weeklies = [], weeklyDrafts = [] } = snapshot;
  return { weeklyRhythms, weeklies, weeklyDrafts };
}

/** What is kept goes by its own stream: it stays until that says so, also when it is revealed. */
export function foldWeekly(held: Held, event: Told): Partial<WeeklyParts> {
  const { at } = event;
  const by = event.by ?? '';
  switch (event.kind) {
    case 'rhythm.proposed':
      return { weeklyRhythms: [...held.weeklyRhythms.filter((one) => one.agreed), { ...event.data, proposedBy: by, agreed: false }] };
    case 'rhythm.agreed':
      return { weeklyRhythms: held.weeklyRhythms.filter((one) => one.rhythm === event.data.rhythm).map((one) => ({ ...one, agreed: true })) };
    case 'rhythm.stopped':
      return { weeklyRhythms: held.weeklyRhythms.filter((one) => one.rhythm !== event.data.rhythm) };
    case 'weekly.kept':
      return { weeklyDrafts: [{ ...event.data, ready: false, keptAt: at }, ...without(held, event.data.weekly)] };
    case 'weekly.discarded':
    case 'weekly.cleared':
      return { weeklyDrafts: without(held, event.data.weekly) };
    case 'weekly.readyChanged': {
      const { weekly, ready } = event.data;
      return { weeklyDrafts: held.weeklyDrafts.map((one) => (one.weekly === weekly ? { ...one, ready } : one)) };
    }
    case 'weekly.opened': {
      const { weekly, form } = event.data;
      const opened: WeeklyView = { weekly, at: event.data.at, form, openedAt: at, state: 'open' };
      return { weeklies: [opened, ...recent(held.weeklies, at).filter((one) => one.weekly !== weekly)] };
    }
    case 'weekly.revealed': {
      const { weekly, answers } = event.data;
      return change(held, weekly, (one) => ({ ...one, state: 'revealed', revealedAt: at, answers, notes: [], decisions: [] }));
    }
    case 'weekly.spoke':
      return change(held, event.data.weekly, (one) => ({ ...one, speaker: event.data.speaker }));
    case 'weekly.noted': {
      const { weekly, note, version, words, erased } = event.data;
      const next = { id: note, version, by, at, words, ...(erased && { erased }) };
      return change(held, weekly, (one) => ({ ...one, notes: written(one.notes, next) }));
    }
    case 'weekly.decided': {
      const { weekly, decision, version, words, erased } = event.data;
      const next = { id: decision, version, by, at, words, ...(erased && { erased }) };
      return change(held, weekly, (one) => ({ ...one, decisions: written(one.decisions, next) }));
    }
    case 'weekly.closed':
      return ended(held, event.data.weekly, 'closed', at);
    case 'weekly.skipped':
      return ended(held, event.data.weekly, 'skipped', at);
    case 'weekly.passed':
      return ended(held, event.data.weekly, 'passed', at);
  }
}

function without(held: Held, weekly: string): WeeklyDraftView[] {
  return held.weeklyDrafts.filter((one) => one.weekly !== weekly);
}

function change(held: Held, weekly: string, to: (one: WeeklyView) => WeeklyView): Partial<WeeklyParts> {
  return { weeklies: held.weeklies.map((one) => (one.weekly === weekly ? to(one) : one)) };
}

function ended(held: Held, weekly: string, state: WeeklyView['state'], endedAt: string): Partial<WeeklyParts> {
  return change(held, weekly, ({ speaker: _, ...one }) => ({ ...one, state, endedAt }));
}

/** In the order in which they were begun. */
function written(all: WrittenView[] = [], next: WrittenView): WrittenView[] {
  return all.some((one) => one.id === next.id) ? all.map((one) => (one.id === next.id ? next : one)) : [...all, next];
}

function recent(all: WeeklyView[], now: string): WeeklyView[] {
  return all.filter(({ endedAt }) => !endedAt || Date.parse(now) - Date.parse(endedAt) < SHOWN);
}
