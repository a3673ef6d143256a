import { problemText } from '../look/problem';
import type { Problem } from '../protocol/types';
import { t } from '../words/words.svelte';

/** Where the words of a new one are kept on this device until they are sent. */
export const FORM = 'form.tank';

export function tankProblem(problem: Problem): string {
  return problem.code === 'conflict' ? t('tank.enough') : problemText(problem);
}
