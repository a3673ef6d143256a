import { beforeAll, describe, expect, it } from 'vitest';
import { loadInnerWords, loadWords, t } from '../words/words.svelte';
import { FEELINGS, feelingWords, MOVES, PHRASES, phrasesFor, STEPS } from './comfort';

const advice = {
  en: /\b(you (could|can|ought|need to|have to|had better)|try|why don't you|if i were you|just|at least|simply|my advice)\b/i,
  de: /(?<!\p{L})(du (könntest|kannst|brauchst)|versuch|probier|wenn ich du wäre|einfach|wenigstens|immerhin|mein rat|mach doch|warum (hast|machst) du)(?!\p{L})/iu,
};

describe.each(['en', 'de'] as const)('the comfort guide in %s', (language) => {
  beforeAll(async () => {
    await loadWords(language);
    await loadInnerWords();
  });

  it('has seven steps, and beside each sentence that rarely helps one that can', () => {
    expect(STEPS).toHaveLength(7);
    for (const step of STEPS) {
      for (const key of Object.values(step)) expect(t(key)).not.toBe(key);
      expect(t(step.say)).not.toBe(t(step.not));
    }
    expect(new Set(STEPS.flatMap((step) => Object.values(step).map((key) => t(key)))).size).toBe(28);
  });

  it('has thirty sentences and more, none twice, in all four moves', () => {
    expect(PHRASES.length).toBeGreaterThanOrEqual(30);
    expect(new Set(PHRASES.map(({ key }) => t(key))).size).toBe(PHRASES.length);
    for (const move of MOVES) expect(PHRASES.filter((one) => one.move === move).length).toBeGreaterThanOrEqual(5);
    expect(MOVES).toEqual(['ask', 'affirm', 'near', 'last']);
  });

  it('gives no advice', () => {
    expect(t('comfort.not6')).not.toBe('');
    const said = [...PHRASES.map(({ key }) => key), ...STEPS.map(({ say }) => say)].map((key) => t(key));
    expect(said.filter((sentence) => advice[language].test(sentence))).toEqual([]);
    expect(advice[language].test(language === 'en' ? 'Why don’t you, you could try yoga.' : 'Du könntest es mit Yoga versuchen.')).toBe(true);
  });

  it.each(FEELINGS)('finds sentences of every kind for %s, by its name and its other words', (feeling) => {
    const { name, words } = feelingWords[feeling];
    for (const word of [t(name), t(name).toUpperCase(), ...t(words).split(' ').filter((one) => one.length > 3)]) {
      const found = phrasesFor(word);
      expect(found.filter((one) => one.feelings.includes(feeling)).length, word).toBeGreaterThanOrEqual(4);
    }
    for (const move of MOVES) expect(phrasesFor(t(name)).some((one) => one.move === move)).toBe(true);
  });

  it('shows all where nothing is looked for, and none for a word nobody knows', () => {
    expect(phrasesFor('  ')).toEqual(PHRASES);
    expect(phrasesFor('xyzzy')).toEqual([]);
  });
});
