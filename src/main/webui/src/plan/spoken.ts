import type { Held } from '../protocol/fold';
import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';
import { answerWords } from './plans';

/** What a screen reader says of a plan of the other, and of the answer to one's own. */
export function spokenPlan(event: HavenEvent, held: Held, name: string): string | undefined {
  if (held.timeouts.some((one) => !one.ending)) return undefined;
  switch (event.kind) {
    case 'plan.made':
      return event.data.words ? t(event.data.surprise ? 'spoken.surprise' : 'spoken.plan', { name, words: event.data.words }) : undefined;
    case 'plan.answered':
      return t('spoken.planAnswer', { name, answer: t(answerWords[event.data.answer]) });
    default:
      return undefined;
  }
}
