import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';

/** What a screen reader says: that there is something, and no word of what. Nothing tells whether the other has written. */
export function spokenWeekly(event: HavenEvent, name: string): string | undefined {
  switch (event.kind) {
    case 'rhythm.proposed':
      return t('weekly.theirsProposed', { name });
    case 'rhythm.agreed':
      return t('weekly.agreed');
    case 'rhythm.stopped':
      return t('weekly.spokenStopped');
    case 'weekly.opened':
      return t('weekly.open');
    case 'weekly.revealed':
      return t('weekly.spokenRevealed');
    case 'weekly.skipped':
      return t('weekly.leftOut');
    case 'weekly.noted':
      return t('weekly.spokenNoted', { name });
    case 'weekly.decided':
      return t('weekly.spokenDecided', { name });
    case 'weekly.closed':
      return t('weekly.closed');
    default:
      return undefined;
  }
}
