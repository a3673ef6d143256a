import type { Held } from '../protocol/fold';
import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';
import { answerKey, bidWords, reachedMe } from './bids';

/** What a screen reader says of a bid: only what this person's own pages show. */
export function spokenBid(event: HavenEvent, held: Held, name: string): string | undefined {
  if (event.by === held.person) return undefined;
  switch (event.kind) {
    case 'bid.made':
      return isShown(held, event.data.bid, event.at) ? t('spoken.bid', { name, what: t(bidWords[event.data.kind]) }) : undefined;
    case 'bid.answered': {
      const kind = held.bids.find((one) => one.bid === event.data.bid)?.kind;
      return kind && t('spoken.bid', { name, what: t(answerKey(event.data.answer, kind)) });
    }
    case 'bid.due':
      return isShown(held, event.data.bid, event.at) ? t('bid.dueNow') : undefined;
    default:
      return undefined;
  }
}

function isShown(held: Held, bid: string, at: string): boolean {
  return reachedMe(held, Date.parse(at)).some((one) => one.bid === bid);
}
