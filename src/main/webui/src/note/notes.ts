import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import type { NoteView, Problem } from '../protocol/types';
import { t, type Key } from '../words/words.svelte';

/** Beginnings, for the days when no word comes: something small, or what somebody did and what it brought about. */
export const starters: Key[] = ['notes.ideaThinking', 'notes.ideaWhenYou', 'notes.ideaThanks', 'notes.ideaTea', 'notes.ideaSmall', 'notes.ideaMemory'];

/** From the other, not put away on this device yet, newest first. */
export function unreadNotes(held: Held, isRead: (note: string) => boolean): NoteView[] {
  return held.notes.filter((one) => one.author !== held.person && !isRead(one.note));
}

/** A refusal of a note in the reader's own words. */
export function noteProblem(problem: Problem): string {
  if (problem.code === 'too-soon') return t('bid.timeBehind');
  if (problem.code === 'too-long') return t('bid.timeFar');
  if (problem.code === 'rate') return t('bid.enough');
  if (problem.code === 'conflict') return t('notes.twenty');
  return problemText(problem);
}
