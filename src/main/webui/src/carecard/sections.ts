import type { Held } from '../protocol/fold';
import { CARE_SECTIONS, type CareSection, type CareShareView } from '../protocol/types';
import type { Key } from '../words/words.svelte';

/** How each section begins, and sentences to start from. There is no type behind them. */
export const sections: Record<CareSection, { label: Key; starters: Key[] }> = {
  flooded: { label: 'care.flooded', starters: ['care.startFlooded1', 'care.startFlooded2', 'care.startFlooded3'] },
  helps: { label: 'care.helps', starters: ['care.startHelps1', 'care.startHelps2', 'care.startHelps3'] },
  please_dont: { label: 'care.pleaseDont', starters: ['care.startDont1', 'care.startDont2', 'care.startDont3'] },
  loved: {
    label: 'care.loved',
    starters: ['care.startLovedWords', 'care.startLovedTime', 'care.startLovedTouch', 'care.startLovedHelp', 'care.startLovedGift'],
  },
  space: { label: 'care.space', starters: ['care.startSpace1', 'care.startSpace2'] },
  contact: { label: 'care.contact', starters: ['care.startContact1', 'care.startContact2'] },
  capacity: { label: 'care.capacity', starters: ['care.startCapacity1', 'care.startCapacity2'] },
};

/** What can help while the other is away; the rest is for calmer hours. */
const ON_A_BREAK: CareSection[] = ['helps', 'please_dont', 'flooded', 'space'];

const inOrder = (wanted: readonly CareSection[], shares: CareShareView[]) =>
  wanted.flatMap((section) => shares.filter((one) => one.section === section && one.words));

export function theirs(held: Held): CareShareView[] {
  return inOrder(CARE_SECTIONS, held.careShares.filter((one) => one.owner !== held.person));
}

export function theirHelp(held: Held): CareShareView[] {
  return inOrder(ON_A_BREAK, theirs(held));
}

export function shownOf(held: Held, section: CareSection): CareShareView | undefined {
  return held.careShares.find((one) => one.owner === held.person && one.section === section);
}

/** Puts a beginning under what is there. */
export function withStart(words: string, start: string): string {
  return words.trim() === '' ? start : `${words.trimEnd()}\n${start}`;
}
