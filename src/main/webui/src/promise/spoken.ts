import type { Held } from '../protocol/fold';
import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';

/** What a screen reader says of a promise: that there is something, and no word of what. */
export function spokenPromise(event: HavenEvent, held: Held, name: string): string | undefined {
  if (event.by === held.person) return undefined;
  switch (event.kind) {
    case 'promise.made':
      return t('promise.spokenMade', { name });
    case 'promise.changed':
      return t('promise.spokenChanged', { name });
    case 'promise.kept':
      return t('promise.spokenKept', { name });
    case 'promise.letGo':
      return t('promise.spokenLetGo', { name });
    case 'promise.thanked':
      return t('promise.spokenThanked', { name });
    case 'promise.soon':
      return t('promise.spokenSoon');
    case 'promise.due':
      return t('promise.spokenDue');
    default:
      return undefined;
  }
}
