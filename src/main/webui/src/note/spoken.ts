import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';

/** What a screen reader says of a note: the words themselves, as the home page shows them. */
export function spokenNote(event: HavenEvent, name: string): string | undefined {
  return event.kind === 'note.sent' && event.data.words ? t('spoken.note', { name, words: event.data.words }) : undefined;
}
