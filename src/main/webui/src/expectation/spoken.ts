import type { Held } from '../protocol/fold';
import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';
import { topics } from './expectations';

/** What a screen reader says: that there is something, and no word of what. */
export function spokenExpectation(event: HavenEvent, held: Held, name: string): string | undefined {
  if (event.by === held.person) return undefined;
  if (event.kind === 'expectation.opened') return t('expectation.spokenOpened', { name, topic: t(topics[event.data.topic].title) });
  if (event.kind === 'expectation.revealed') return t('expectation.spokenRevealed');
  return undefined;
}
