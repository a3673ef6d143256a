import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import type { Asks, Depth, Problem, QuestionView } from '../protocol/types';
import { currentLanguage, t, type Key } from '../words/words.svelte';
import de from './deck/de.json';
import en from './deck/en.json';

const decks: Record<'en' | 'de', Record<string, string>> = { en, de };

export const depthWords: Record<Depth, { label: Key; note: Key }> = {
  light: { label: 'question.light', note: 'question.lightNote' },
  close: { label: 'question.close', note: 'question.closeNote' },
  deep: { label: 'question.deep', note: 'question.deepNote' },
};

/** What it asks, in the reader's language; one that its author took out says so. */
export function asked(held: Held, { deck, own }: Asks): string {
  if (deck) return decks[currentLanguage()][deck] ?? t('question.takenOut');
  return held.ownQuestions.find((one) => one.own === own)?.words ?? t('question.takenOut');
}

export function openQuestion(held: Held): QuestionView | undefined {
  return held.questions.find((one) => one.state === 'open');
}

/** Both may draw where nobody has the turn, or its day is over. */
export function mayDraw(held: Held, now: number): boolean {
  const turn = held.questionTurn;
  return !turn || turn.whose === held.person || Date.parse(turn.free) <= now;
}

export function questionProblem(problem: Problem, name: string): string {
  if (problem.code === 'rate') return t('question.rate');
  if (problem.code === 'conflict') return t('question.over');
  if (problem.code === 'not-yours') return t('question.turn', { name });
  return problemText(problem);
}
