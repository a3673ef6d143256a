import { beforeAll, describe, expect, it } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import type { HavenEvent, QuestionView } from '../protocol/types';
import { banned } from '../words/banned';
import { loadInnerWords, loadWords } from '../words/words.svelte';
import de from './deck/de.json';
import en from './deck/en.json';
import { questionNews, seenKey } from './news';
import { asked, mayDraw } from './questions';
import { spokenQuestion } from './spoken';

const one: QuestionView = { question: '1', drawer: 'sam', drawnAt: '2026-11-21T18:00:00.000Z', depth: 'light', deck: 'light_01', state: 'open' };
const held = { ...nothingHeld('alex'), questions: [one] };
const NOON = Date.parse('2026-11-21T12:00:00.000Z');

beforeAll(async () => {
  await loadWords('en');
  await loadInnerWords();
});

describe('the deck', () => {
  it.each([['en', en], ['de', de]] as const)('holds the tone in %s', (language, texts) => {
    const has = (text: string, word: string) => new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'iu').test(text);
    const found = Object.entries(texts).flatMap(([name, text]) => banned[language].filter((word) => has(text, word)).map((word) => `${name}: ${word}`));
    expect(found).toEqual([]);
  });

  it('says a question in the reader’s language, and that one was taken out', () => {
    expect(asked(held, one)).toBe(en.light_01);
    expect(asked(held, { own: 'o' })).toBe('This question was taken out.');
    const own = { own: 'o', author: 'sam', addedAt: '', depth: 'light' as const, words: 'What shall we cook?' };
    expect(asked({ ...held, ownQuestions: [own] }, { own: 'o' })).toBe('What shall we cook?');
  });
});

describe('whose turn it is', () => {
  it('is free for both at first and after a day', () => {
    expect(mayDraw(held, NOON)).toBe(true);
    const free = '2026-11-21T12:00:00.000Z';
    expect(mayDraw({ ...held, questionTurn: { whose: 'alex', free } }, NOON - 1)).toBe(true);
    expect(mayDraw({ ...held, questionTurn: { whose: 'sam', free } }, NOON - 1)).toBe(false);
    expect(mayDraw({ ...held, questionTurn: { whose: 'sam', free } }, NOON)).toBe(true);
  });
});

describe('what the home page says of questions', () => {
  it('is one that the other drew, until it was looked at or answered', () => {
    expect(questionNews(held, () => undefined)).toBe(one);
    expect(questionNews(held, (key) => (key === seenKey(one) ? 'open' : undefined))).toBeUndefined();
    const draft = { question: '1', couple: 'c', words: 'x', ready: true, keptAt: '' };
    expect(questionNews({ ...held, questionDrafts: [draft] }, () => undefined)).toBeUndefined();
    expect(questionNews({ ...held, person: 'sam' }, () => undefined)).toBeUndefined();
  });

  it('is that both answers are open, once', () => {
    const open = { ...one, state: 'revealed' as const };
    expect(questionNews({ ...held, questions: [open] }, () => 'open')).toBe(open);
    expect(questionNews({ ...held, questions: [open] }, () => 'revealed')).toBeUndefined();
  });
});

describe('what a screen reader says of a question', () => {
  const event = (kind: string, data: object = {}) => ({ kind, by: 'sam', at: '', data }) as unknown as HavenEvent;

  it('is that there is something, and no word of an answer', () => {
    expect(spokenQuestion(event('question.drawn'), 'Sam')).toContain('Sam drew');
    const line = spokenQuestion(event('question.revealed', { answers: [{ by: 'sam', words: 'The lake.' }] }), 'Sam');
    expect(line).toBe('Both answers are open.');
    expect(spokenQuestion(event('question.skipped'), 'Sam')).toBeUndefined();
  });
});
