import { problemText } from '../look/problem';
import type { Held } from '../protocol/fold';
import { LINES, type ExpectationDraftView, type ExpectationView, type ExpectationWords, type Line, type Mark, type Problem, type Topic } from '../protocol/types';
import { t, type Key } from '../words/words.svelte';

interface Asked {
  title: Key;
  asks: Record<Line, Key>;
}

/** Each topic and its guiding questions. */
export const topics: Record<Topic, Asked> = {
  roles: {
    title: 'expectation.roles',
    asks: { first: 'expectation.roles1', second: 'expectation.roles2', third: 'expectation.roles3' },
  },
  contact: {
    title: 'expectation.contact',
    asks: { first: 'expectation.contact1', second: 'expectation.contact2', third: 'expectation.contact3' },
  },
  arguments: {
    title: 'expectation.arguments',
    asks: { first: 'expectation.arguments1', second: 'expectation.arguments2', third: 'expectation.arguments3' },
  },
  money: {
    title: 'expectation.money',
    asks: { first: 'expectation.money1', second: 'expectation.money2', third: 'expectation.money3' },
  },
  time: {
    title: 'expectation.time',
    asks: { first: 'expectation.time1', second: 'expectation.time2', third: 'expectation.time3' },
  },
  future: {
    title: 'expectation.future',
    asks: { first: 'expectation.future1', second: 'expectation.future2', third: 'expectation.future3' },
  },
  vision: {
    title: 'expectation.vision',
    asks: { first: 'expectation.vision1', second: 'expectation.vision2', third: 'expectation.vision3' },
  },
};

export const markWords: Record<Mark, Key> = {
  same: 'expectation.same',
  differ: 'expectation.differ',
  talk: 'expectation.talk',
};

/** What has words, trimmed. */
export function filled(words: Record<Line, string>): { [line in Line]?: string } {
  return Object.fromEntries(LINES.map((line) => [line, words[line].trim()]).filter(([, text]) => text !== ''));
}

export function writing(words: ExpectationWords = {}): Record<Line, string> {
  return { first: words.first ?? '', second: words.second ?? '', third: words.third ?? '' };
}

/** What this person keeps for it; nothing of another space. */
export function ownOf(held: Held, expectation: string): ExpectationDraftView | undefined {
  return held.expectationDrafts.find((one) => one.expectation === expectation && one.couple === held.couple);
}

/** What the partner opened, and what both can read now, until it was looked at. */
export function news(held: Held, read: (expectation: string) => string | undefined): ExpectationView[] {
  return held.expectations.filter((one) => {
    if (one.state === 'open') return one.openedBy !== held.person && !ownOf(held, one.expectation) && read(one.expectation) === undefined;
    return read(one.expectation) !== one.revealedAt;
  });
}

/** Where the device remembers what was looked at. */
export const readKey = (expectation: string) => `expectation.read.${expectation}`;

export function expectationProblem(problem: Problem): string {
  if (problem.code === 'rate') return t('expectation.rate');
  return problemText(problem);
}
