import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';
import { answerText } from './feelings';
import { felt } from './list';

/** What a screen reader says of what the other shared, of their answer, and of a reminder of one's own. */
export function spokenFeeling(event: HavenEvent, name: string): string | undefined {
  switch (event.kind) {
    case 'feeling.shared':
      return t('spoken.feeling', { name, words: felt(event.data) || t('spoken.feelingShared', { name }) });
    case 'feeling.answered':
      return t('spoken.feeling', { name, words: answerText({ reply: event.data.reply, answerWords: event.data.words }) });
    case 'feeling.due':
      return t('feeling.due');
    default:
      return undefined;
  }
}
