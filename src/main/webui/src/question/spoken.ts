import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';

/** What a screen reader says of questions: that there is something, and no word of an answer. */
export function spokenQuestion(event: HavenEvent, name: string): string | undefined {
  switch (event.kind) {
    case 'question.drawn':
      return t('question.spokenDrawn', { name });
    case 'question.revealed':
      return t('question.spokenRevealed');
    case 'question.thanked':
      return t('question.spokenThanked', { name });
    default:
      return undefined;
  }
}
