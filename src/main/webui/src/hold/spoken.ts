import type { Held } from '../protocol/fold';
import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';

/** What a screen reader says of holds: that there is something, and no word of what. Taking back is silent. */
export function spokenHold(event: HavenEvent, held: Held, name: string): string | undefined {
  if (event.by === held.person) return undefined;
  if (event.kind === 'hold.shared') return t('hold.spokenShared', { name });
  return event.kind === 'hold.over' ? t('hold.spokenOver') : undefined;
}
