import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';

/** What a screen reader says of time for two. */
export function spokenActivity(event: HavenEvent, name: string): string | undefined {
  switch (event.kind) {
    case 'activity.offered':
      return t('activity.spokenOffered', { name });
    case 'activity.answered':
      return event.data.answer === 'yes' ? t('activity.spokenYes', { name }) : t('activity.spokenNotNow', { name });
    case 'activity.passed':
      return t('activity.spokenStep');
    default:
      return undefined;
  }
}
