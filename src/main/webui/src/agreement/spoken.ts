import type { Held } from '../protocol/fold';
import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';

/** What a screen reader says of an agreement: that there is something, and no word of what. */
export function spokenAgreement(event: HavenEvent, held: Held, name: string): string | undefined {
  if (event.by === held.person) return undefined;
  switch (event.kind) {
    case 'agreement.proposed':
      return t('agreement.spokenProposed', { name });
    case 'agreement.changed':
      return t('agreement.spokenChanged', { name });
    case 'agreement.agreed':
      return t('agreement.spokenAgreed', { name });
    case 'agreement.slotsChanged':
      return t('agreement.spokenSlots', { name });
    case 'agreement.withdrawn':
      return event.data.version === undefined ? t('agreement.spokenEnded') : undefined;
    case 'agreement.reviewDue':
      return t('agreement.spokenReview');
    case 'agreement.reminded':
      return t('agreement.spokenReminded');
    default:
      return undefined;
  }
}
