import type { Held } from './fold';
import type { FeelingWishes, FeelingWordView, Felt, HavenEvent, MomentView, SharedMomentView, Snapshot } from './types';

/** How this person is, and what the two shared of it. */
export interface Feelings {
  /** The newest of one's own. */
  feelings: MomentView[];
  /** Own words for feelings, newest first. */
  feelingWords: FeelingWordView[];
  feelingWishes: FeelingWishes;
  /** Of the last days, the same for both. */
  sharedFeelings: SharedMomentView[];
}

const NEWEST = 20;
const SHOWN = 7 * 24 * 3_600_000;
type Told = Extract<HavenEvent, { kind: `feeling.${string}` | 'words.erased' }>;

export function noFeelings(): Feelings {
  return { feelings: [], feelingWords: [], feelingWishes: { reminders: [] }, sharedFeelings: [] };
}

export function feelingsOf(snapshot: Snapshot): Feelings {
  const { feelings = [], feelingWords = [], feelingWishes = { reminders: [] }, sharedFeelings = [] } = snapshot;
  return { feelings, feelingWords, feelingWishes, sharedFeelings };
}

/** What stays where the shared space is gone. */
export function ownFeelings(held: Held): Feelings {
  const { feelings, feelingWords, feelingWishes } = held;
  return { feelings, feelingWords, feelingWishes, sharedFeelings: [] };
}

/** What happened to a moment, to what was shared of one, or to how somebody wants to be asked. */
export function foldFeeling(held: Held, event: Told): Held {
  const { kind, data, at, by } = event;
  switch (kind) {
    case 'feeling.kept':
      return { ...held, feelings: kept(held.feelings, event), feelingWishes: wishes(held.feelingWishes, event) };
    case 'feeling.shared':
      return by ? { ...held, sharedFeelings: [{ ...data, by, at }, ...recent(held.sharedFeelings, at)] } : held;
    case 'feeling.answered': {
      const answer = { answeredAt: at, ...(data.reply && { reply: data.reply }), ...(data.words && { answerWords: data.words }) };
      return shared(held, data.moment, (one) => ({ ...one, ...answer }));
    }
    case 'feeling.wordKept':
      return { ...held, feelingWords: [data, ...held.feelingWords.filter((one) => one.word !== data.word)] };
    case 'feeling.wordDropped':
      return { ...held, feelingWords: held.feelingWords.filter((one) => one.word !== data.word) };
    case 'words.erased':
      return event.stream === 'mine'
        ? { ...held, feelings: held.feelings.filter((one) => one.moment !== data.id) }
        : shared(held, data.id, (one) => erased(one, by));
    default:
      return { ...held, feelingWishes: wishes(held.feelingWishes, event) };
  }
}

/** One that was said anew keeps its place; one that is older than what is held is read when it is wanted. */
function kept(feelings: MomentView[], { data: { anew, ...data }, at }: Extract<Told, { kind: 'feeling.kept' }>): MomentView[] {
  if (!anew) return [data, ...feelings].slice(0, NEWEST);
  return feelings.map((one) => (one.moment === data.moment ? { ...data, editedAt: at } : one));
}

function wishes(before: FeelingWishes, event: Told): FeelingWishes {
  const { due: _due, snoozed: _snoozed, ...rest } = before;
  switch (event.kind) {
    case 'feeling.kept':
      return { ...rest, since: rest.since ?? event.at };
    case 'feeling.levelChosen': {
      const { level: _level, ...others } = before;
      return { ...others, ...(event.data.level && { level: event.data.level }) };
    }
    case 'feeling.reminderSet': {
      const { reminder, at } = event.data;
      const others = before.reminders.filter((one) => one.reminder !== reminder);
      return { ...before, reminders: [...others, ...(at ? [{ reminder, at }] : [])].sort((a, b) => a.reminder - b.reminder) };
    }
    case 'feeling.due':
      return { ...rest, due: { reminder: event.data.reminder, at: event.at } };
    case 'feeling.snoozed':
      return { ...rest, snoozed: { reminder: event.data.reminder, at: event.data.until } };
    case 'feeling.skipped': {
      const { due: _over, ...still } = before;
      return still;
    }
    default:
      return before;
  }
}

function shared(held: Held, moment: string, to: (one: SharedMomentView) => SharedMomentView): Held {
  return { ...held, sharedFeelings: held.sharedFeelings.map((one) => (one.moment === moment ? to(one) : one)) };
}

/** Each takes back their own: the author what was shared, the other the words of the answer. */
function erased(one: SharedMomentView, by: string | null): SharedMomentView {
  if (by !== one.by) {
    const { answerWords: _words, ...rest } = one;
    return { ...rest, answerErased: true };
  }
  const { feeling: _1, own: _2, intensity: _3, sensations: _4, fact: _5, note: _6, ask: _7, ...rest } = one;
  return { ...rest, erased: true };
}

function recent(list: SharedMomentView[], now: string): SharedMomentView[] {
  return list.filter((one) => Date.parse(now) - Date.parse(one.at) < SHOWN);
}

/** Only what was said, for a command. */
export function said(felt: Felt): { [K in keyof Felt]: NonNullable<Felt[K]> } {
  const { feeling, own, intensity, sensations, fact, note } = felt;
  return {
    ...(feeling && { feeling }),
    ...(own && { own }),
    ...(intensity && { intensity }),
    ...(sensations && sensations.length > 0 && { sensations }),
    ...(fact && { fact }),
    ...(note && { note }),
  };
}
