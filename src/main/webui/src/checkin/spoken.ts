import type { HavenEvent } from '../protocol/types';
import { t } from '../words/words.svelte';
import { answerText } from './checkins';

/** What a screen reader says of the other's day, and of the other's answer to one's own. */
export function spokenCheckin(event: HavenEvent, name: string): string | undefined {
  switch (event.kind) {
    case 'checkin.told':
      return event.data.feeling ? t('spoken.checkin', { name, words: t('checkin.told', { feeling: event.data.feeling }) }) : undefined;
    case 'checkin.answered':
      return t('spoken.checkin', { name, words: answerText({ offer: event.data.offer, answerWords: event.data.words }) });
    default:
      return undefined;
  }
}
