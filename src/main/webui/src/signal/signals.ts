import type { Signal } from '../protocol/types';
import type { Key } from '../words/words.svelte';

/** The words of each signal: what it says, what may help who reads it, what may not. */
export const signalWords: Record<Signal, { says: Key; means: Key; helps: Key; rather: Key }> = {
  slower: { says: 'signal.slower', means: 'signal.slowerMeans', helps: 'signal.slowerHelps', rather: 'signal.slowerRather' },
  say_the_need: { says: 'signal.need', means: 'signal.needMeans', helps: 'signal.needHelps', rather: 'signal.needRather' },
  shutting_down: { says: 'signal.shutting', means: 'signal.shuttingMeans', helps: 'signal.shuttingHelps', rather: 'signal.shuttingRather' },
  hard_but_here: { says: 'signal.hard', means: 'signal.hardMeans', helps: 'signal.hardHelps', rather: 'signal.hardRather' },
  may_need_space: { says: 'signal.space', means: 'signal.spaceMeans', helps: 'signal.spaceHelps', rather: 'signal.spaceRather' },
};
