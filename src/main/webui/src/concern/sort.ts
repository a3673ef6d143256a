import type { Key } from '../words/words.svelte';
import type { FieldName } from './concerns';

/** Three boxes of a private sheet, and where each may go on to. */
export const BOXES = [
  { words: 'facts', take: 'takeFacts', label: 'sort.facts', goesTo: 'saw' },
  { words: 'story', take: 'takeStory', label: 'sort.story', goesTo: 'meaning' },
  { words: 'feeling', take: 'takeFeeling', label: 'sort.feeling', goesTo: 'felt' },
] as const satisfies { words: string; take: string; label: Key; goesTo: FieldName }[];

type Sheet = Record<(typeof BOXES)[number]['words'], string> & Record<(typeof BOXES)[number]['take'], boolean>;

/** Of the sheet: what is ticked and has words. */
export function chosen(sheet: Sheet): Partial<Record<FieldName, string>> {
  return Object.fromEntries(
    BOXES.filter((box) => sheet[box.take] && sheet[box.words].trim() !== '').map((box) => [box.goesTo, sheet[box.words].trim()]),
  );
}
