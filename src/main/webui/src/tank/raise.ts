import { v4 as uuid } from 'uuid';
import { FORM, filled, writing, type Writing } from '../concern/concerns';
import type { ResentmentView } from '../protocol/tank';
import { session } from '../protocol/session.svelte';
import { go } from '../router.svelte';

/** Which small thing a concern grows out of; known to this device alone. */
const key = (concern: string) => `tank.raises.${concern}`;

/** Opens the form of a concern with these words in it; they stay on the device, and no address names them. */
export function raise(one: ResentmentView): void {
  const begun = session.recall<Writing>(FORM);
  const words = begun ? filled(begun) : {};
  // What was begun before becomes a draft, so that nothing typed is gone.
  if (begun && Object.keys(words).length > 0) void session.send('concern.keep', { concern: begun.concern || uuid(), ...words });
  const concern = uuid();
  session.remember(FORM, writing(concern, { saw: one.words ?? '' }));
  session.remember(key(concern), one.resentment);
  go('/concern/write');
}

/** Once the concern is on its way, its small thing is marked, for its owner. */
export function markRaised(concern: string): void {
  const resentment = session.recall<string>(key(concern));
  session.remember(key(concern), undefined);
  if (session.held.tank.some((one) => one.resentment === resentment && !one.raisedAt)) {
    void session.send('tank.raise', { resentment: resentment ?? '' });
  }
}
