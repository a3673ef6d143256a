import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import type { Layer, Problem, WorksheetDraftView, WorksheetView } from '../protocol/types';
import { t, type Key } from '../words/words.svelte';

export const layerWords: Record<Layer, { name: Key; hint: Key }> = {
  expectation: { name: 'worksheet.expectation', hint: 'worksheet.expectationHint' },
  need: { name: 'worksheet.need', hint: 'worksheet.needHint' },
  goal: { name: 'worksheet.goal', hint: 'worksheet.goalHint' },
  emotion: { name: 'worksheet.emotion', hint: 'worksheet.emotionHint' },
  outside_pressure: { name: 'worksheet.outside', hint: 'worksheet.outsideHint' },
};

/** What this person keeps for it; nothing of another space. */
export function ownOf(held: Held, worksheet: string): WorksheetDraftView | undefined {
  return held.worksheetDrafts.find((one) => one.worksheet === worksheet && one.couple === held.couple);
}

/** What the partner opened, and what both can read now, until it was looked at. */
export function news(held: Held, read: (worksheet: string) => string | undefined): WorksheetView[] {
  return held.worksheets.filter((one) => {
    if (one.state === 'open') return one.openedBy !== held.person && !ownOf(held, one.worksheet) && read(one.worksheet) === undefined;
    return one.state === 'revealed' && read(one.worksheet) !== one.revealedAt;
  });
}

/** Where the device remembers what was looked at. */
export const readKey = (worksheet: string) => `worksheet.read.${worksheet}`;

export function worksheetProblem(problem: Problem): string {
  if (problem.code === 'rate') return t('worksheet.rate');
  return problemText(problem);
}
