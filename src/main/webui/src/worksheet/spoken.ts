import type { Held } from '../protocol/fold';
import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';

/** What a screen reader says: that there is something, and no word of what. */
export function spokenWorksheet(event: HavenEvent, held: Held, name: string): string | undefined {
  if (event.by === held.person) return undefined;
  switch (event.kind) {
    case 'worksheet.opened':
      return t('worksheet.spokenOpened', { name });
    case 'worksheet.revealed':
      return t('worksheet.spokenRevealed');
    case 'worksheet.written':
      return t('worksheet.spokenWritten', { name });
    default:
      return undefined;
  }
}
