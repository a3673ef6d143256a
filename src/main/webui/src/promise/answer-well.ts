import { v4 as uuid } from 'uuid';
import { session } from '../protocol/session.svelte';
import type { Link } from '../protocol/types';
import { t } from '../words/words.svelte';

/** "I'll answer you well", by a time: a promise of its own, which stands in the list of both. */
export function wellBy(until: number, from: Link) {
  return { promise: uuid(), words: t('promise.answerWellWords'), due: new Date(until).toISOString(), from };
}

/** Beside an answer that asks for time. Where it is refused, the home page says so. */
export async function promiseAnswer(until: number, from: Link): Promise<void> {
  await session.send('promise.make', wellBy(until, from));
}
