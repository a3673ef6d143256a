import type { Held } from '../protocol/fold';
import type { HavenEvent } from '../protocol/types';
import { untilTime } from '../words/when';
import { t } from '../words/words.svelte';

/** What a screen reader says of a concern: that there is something, and no word of what. */
export function spokenConcern(event: HavenEvent, held: Held, name: string): string | undefined {
  if (event.by === held.person) return undefined;
  switch (event.kind) {
    case 'concern.raised':
      return event.data.parked ? undefined : t('concern.spokenRaised', { name });
    case 'concern.opened':
      return t('concern.spokenRaised', { name });
    case 'concern.heard':
      return t('concern.spokenHeard', { name });
    case 'concern.timeNeeded':
      return t('concern.spokenTime', { name, until: untilTime(event.data.until, Date.parse(event.at)) });
    case 'concern.closed':
      return t('concern.spokenEnough', { name });
    case 'concern.due':
      return t('concern.due');
    default:
      return undefined;
  }
}
