import type { BoundaryWords, NeedWords } from '../protocol/types';
import type { Key } from '../words/words.svelte';
import { FIELDS, parts } from './needs';

export interface Part {
  short: Key;
  text: string | null | undefined;
}

export function needParts(words: NeedWords): Part[] {
  return FIELDS.map((field) => ({ short: parts[field].short, text: words[field] }));
}

export function same(one: Part[], other: Part[]): boolean {
  return one.every(({ text }, index) => text === other[index]?.text);
}

/** What its owner will do stands first: that is the boundary. */
export function boundaryParts({ will, protects }: BoundaryWords): Part[] {
  return [
    { short: 'boundary.willShort', text: will },
    { short: 'boundary.protectsShort', text: protects },
  ];
}
