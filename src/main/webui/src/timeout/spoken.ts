import type { HavenEvent } from '../protocol/types';
import { atTime, untilTime } from '../words/when';
import { t } from '../words/words.svelte';

/**
 * What a screen reader says when something reaches this person. Their own steps are told by the screen they are on.
 * `away`: this person's own break runs, so nobody is told that both are here.
 */
export function spoken(event: HavenEvent, me: string, name: string, away: boolean): string | undefined {
  if (event.by === me) return undefined;
  switch (event.kind) {
    case 'timeout.called':
      return t('waiting.plans', { name, at: atTime(event.data.returnAt) });
    case 'timeout.acknowledged':
      return t('break.heard', { name });
    case 'timeout.extended':
      return t(event.data.withNotice ? 'waiting.extendedWithNotice' : 'waiting.extended', {
        name,
        at: atTime(event.data.returnAt),
        until: untilTime(event.data.returnAt),
      });
    case 'timeout.checkedIn':
      return t('spoken.checkedIn', { name });
    case 'timeout.returned':
      if (away) return t('back.partner', { name, at: atTime(event.data.returnedAt) });
      return event.data.talkAt ? t('back.titleTalk', { at: atTime(event.data.talkAt) }) : t('back.title');
    case 'timeout.letGo':
      return t('talked.line', { name });
    case 'timeout.noted':
      return t('break.practical', { name });
    case 'timeout.endingSoon':
      return t('break.soon');
    case 'timeout.due':
      return t('break.due');
    case 'timeout.talkSoon':
      return t('back.titleTalk', { at: atTime(event.data.talkAt) });
    case 'signal.sent':
      return t('spoken.signal', { name });
    case 'couple.opened':
      return t('pair.done');
    case 'couple.closed':
      return t('closed.title');
    default:
      return undefined;
  }
}
