import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';

/** What a screen reader says of a time with the phones away. */
export function spokenPhonesDown(event: HavenEvent, name: string): string | undefined {
  switch (event.kind) {
    case 'phonesDown.proposed':
      return t('phonesDown.spokenProposed', { name });
    case 'phonesDown.accepted':
      return t('phonesDown.spokenYes', { name });
    case 'phonesDown.saidNotNow':
      return t('phonesDown.spokenNotNow', { name });
    case 'phonesDown.soon':
      return t('phonesDown.spokenSoon');
    case 'phonesDown.begun':
      return t('phonesDown.spokenBegun');
    case 'phonesDown.ended':
      return t('phonesDown.over');
    default:
      return undefined;
  }
}
