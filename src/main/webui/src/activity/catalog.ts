import type { Which } from '../protocol/types';
import { currentLanguage } from '../words/words.svelte';
import de from './catalog/de.json';
import en from './catalog/en.json';
import steps from '../../../resources/app/haven/activity/catalog.json';

interface Told {
  title: string;
  what: string;
  steps: string[];
}
const told: Record<'en' | 'de', Record<Which, Told>> = { en, de };

export function tellActivity(which: Which): Told {
  return told[currentLanguage()][which];
}

/** How long it takes, all steps together. */
export function minutesOf(which: Which): number {
  return steps[which].reduce((sum, step) => sum + step.minutes, 0);
}

/** Who a step is for, seen from the one who offers. */
export function whoseStep(which: Which, step: number): 'first' | 'second' | 'both' {
  return (steps[which][step - 1]?.turn ?? 'both') as 'first' | 'second' | 'both';
}

/** A step's words with the names in it. */
export function stepWords(which: Which, step: number, one: string, other: string): string {
  return (tellActivity(which).steps[step - 1] ?? '').replaceAll('{one}', one).replaceAll('{other}', other);
}
