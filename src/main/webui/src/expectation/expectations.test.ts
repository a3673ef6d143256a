import { beforeAll, describe, expect, it } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import { TOPICS, type ExpectationView, type HavenEvent } from '../protocol/types';
import { loadInnerWords, loadWords } from '../words/words.svelte';
import { spokenWorksheet } from '../worksheet/spoken';
import { filled, news, ownOf, topics } from './expectations';
import { spokenExpectation } from './spoken';

const open: ExpectationView = { expectation: '1', topic: 'money', openedBy: 'sam', openedAt: 'then', state: 'open' };
const held = { ...nothingHeld('alex'), couple: 'c', expectations: [open] };
const event = (kind: string, data: object, by: string | null = 'sam') => ({ kind, by, at: 'then', data }) as unknown as HavenEvent;

describe('what is expected', () => {
  beforeAll(async () => {
    await loadWords('en');
    await loadInnerWords();
  });

  it('has three guiding questions for each topic', () => {
    const asked = TOPICS.flatMap((topic) => Object.values(topics[topic].asks));
    expect(new Set(asked).size).toBe(TOPICS.length * 3);
  });

  it('sends only the lines that have words', () => {
    expect(filled({ first: ' Save. ', second: ' ', third: '' })).toEqual({ first: 'Save.' });
  });

  it('shows a topic the partner opened until it was looked at, and never whether they answered', () => {
    expect(news(held, () => undefined)).toEqual([open]);
    expect(news(held, () => 'then')).toEqual([]);
    expect(news({ ...held, person: 'sam' }, () => undefined)).toEqual([]);
    const revealed: ExpectationView = { ...open, state: 'revealed', revealedAt: 'now' };
    expect(news({ ...held, expectations: [revealed] }, () => 'then')).toEqual([revealed]);
    expect(news({ ...held, expectations: [revealed] }, () => 'now')).toEqual([]);
  });

  it('knows what is kept for this space alone', () => {
    const draft = { expectation: '1', couple: 'c', ready: false, keptAt: 'then' };
    expect(ownOf({ ...held, expectationDrafts: [draft] }, '1')).toEqual(draft);
    expect(ownOf({ ...held, expectationDrafts: [{ ...draft, couple: 'other' }] }, '1')).toBeUndefined();
  });

  it('is read out without a word of what was said', () => {
    expect(spokenExpectation(event('expectation.opened', { expectation: '1', topic: 'money' }), held, 'Sam')).toBe('Sam opened a topic: Money');
    expect(spokenExpectation(event('expectation.revealed', { expectation: '1', answers: [{ by: 'sam', first: 'Save.' }] }, null), held, 'Sam')).not.toContain('Save');
    expect(spokenExpectation(event('expectation.opened', { topic: 'money' }, 'alex'), held, 'Sam')).toBeUndefined();
    expect(spokenExpectation(event('expectation.cleared', {}, null), held, 'Sam')).toBeUndefined();
    expect(spokenWorksheet(event('worksheet.opened', { issue: 'Our mornings.' }), held, 'Sam')).not.toContain('mornings');
    expect(spokenWorksheet(event('worksheet.written', { words: 'Tea.' }), held, 'Sam')).not.toContain('Tea');
  });
});
