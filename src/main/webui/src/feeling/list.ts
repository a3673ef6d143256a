import type { FeelingWishes, Level, MomentView } from '../protocol/types';
import { t, type Key } from '../words/words.svelte';
import tree from './list.json';
import body from './body.json';

export interface Basic {
  id: string;
  fine: string[];
}
/** The list: good, bad and neutral, under each the basic feelings, under each of those the finer ones. */
export const LIST: readonly { id: string; basic: Basic[] }[] = tree;
/** From head to foot: what the body may say, and what it may go with. */
export const BODY: readonly { place: string; sensation: string; may: string[] }[] = body;
export const PLACES = [...new Set(BODY.map(({ place }) => place))];

const DAY = 24 * 3_600_000;
const GROWS = 14 * DAY;

/** What a person never chose grows by itself: two weeks with three, two with the basic ones, then all. */
export function levelNow({ since, level }: FeelingWishes, now: number): Level {
  if (level) return level;
  const age = since ? now - Date.parse(since) : 0;
  if (age < GROWS) return 'three';
  return age < 2 * GROWS ? 'basic' : 'all';
}

/** Where a feeling stands: its branch, and its basic feeling if it is finer than the three. */
export function placeOf(feeling: string): { top: string; basic?: string } | undefined {
  for (const { id, basic } of LIST) {
    if (id === feeling) return { top: id };
    const found = basic.find((one) => one.id === feeling || one.fine.includes(feeling));
    if (found) return { top: id, basic: found.id };
  }
  return undefined;
}

/** In the reader's language; one of a later server as it is. */
export function feelingWord(id: string): string {
  return placeOf(id) ? t(`feel.${id}` as Key) : id;
}

export function sensationWord(id: string): string {
  return BODY.some((one) => one.sensation === id) ? t(`sense.${id}` as Key) : id;
}

export function placeWord(id: string): string {
  return t(`place.${id}` as Key);
}

/** What these sensations may go with, what several of them share first. */
export function mayBe(sensations: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const { sensation, may } of BODY) {
    if (sensations.includes(sensation)) for (const one of may) times.set(one, (times.get(one) ?? 0) + 1);
  }
  return [...times].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

/** The feeling itself, in one line. */
export function felt({ feeling, own }: Pick<MomentView, 'feeling' | 'own'>): string {
  return feeling ? feelingWord(feeling) : (own ?? '');
}
