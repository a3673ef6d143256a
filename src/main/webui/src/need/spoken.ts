import type { Held } from '../protocol/fold';
import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';

/** What a screen reader says of needs and boundaries: that there is something, and no word of what. */
export function spokenNeed(event: HavenEvent, held: Held, name: string): string | undefined {
  if (event.by === held.person) return undefined;
  switch (event.kind) {
    case 'need.shared':
    case 'need.remindProposed':
      return t('need.spokenShared', { name });
    case 'need.answered':
      return t('need.spokenAnswered', { name });
    case 'need.reminded':
      return t('need.spokenReminded');
    case 'boundary.shared':
      return t('need.spokenBoundary', { name });
    case 'boundary.asked':
      return t('need.spokenAsked', { name });
    default:
      return undefined;
  }
}
