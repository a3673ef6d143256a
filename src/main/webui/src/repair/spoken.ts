import type { Held } from '../protocol/fold';
import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';
import { answerWords, inShort } from './repairs';

/** What a screen reader says of a repair: only what this person's own pages show. */
export function spokenRepair(event: HavenEvent, held: Held, name: string): string | undefined {
  if (event.by === held.person) return undefined;
  switch (event.kind) {
    case 'repair.offered':
      return held.repairsMuted ? undefined : t('spoken.bid', { name, what: inShort(event.data) });
    case 'repair.answered':
      return t('spoken.bid', { name, what: t(answerWords[event.data.answer]) });
    case 'repair.due':
      return held.repairsMuted ? undefined : t('repair.dueNow');
    case 'repair.followUpDue':
      return held.repairsMuted ? undefined : t('repair.followUpDue', { name });
    default:
      return undefined;
  }
}
