import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowed, banned } from './banned';
import deInner from './de/inner';
import deStart from './de/start.json';
import enInner from './en/inner';
import enStart from './en/start.json';
import type { Key } from './words.svelte';

const en = { ...enStart, ...enInner };
const de = { ...deStart, ...deInner };
const languages = { en, de };
const keys = Object.keys(en) as Key[];
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const has = (text: string, word: string) => new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'iu').test(text);

describe('the words', () => {
  it('are the same messages in both languages', () => {
    expect(Object.keys(de)).toEqual(Object.keys(en));
  });

  it.each(keys)('%s says something in both and fills the same places', (key) => {
    expect(en[key].trim()).toBe(en[key]);
    expect(de[key].trim()).toBe(de[key]);
    expect(en[key]).not.toBe('');
    const optional = new Set(['{at}', '{until}', '{name}']);
    const needed = (text: string) => places(text).filter((place) => !optional.has(place));
    expect(needed(de[key])).toEqual(needed(en[key]));
    expect(places(de[key]).filter((place) => !places(en[key]).includes(place))).toEqual([]);
  });

  it.each(Object.keys(languages) as (keyof typeof languages)[])('hold the tone in %s', (language) => {
    const found = keys.flatMap((key) =>
      banned[language]
        .filter((word) => has(languages[language][key], word) && !allowed[key]?.some((one) => one.word === word))
        .map((word) => `${key}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  it('allow only what is there', () => {
    for (const [key, words] of Object.entries(allowed) as [Key, { word: string; why: string }[]][]) {
      for (const { word, why } of words) {
        expect(why).not.toBe('');
        expect(has(en[key], word) || has(de[key], word), `${key}: ${word}`).toBe(true);
      }
    }
  });

  it('find a banned word where there is one', () => {
    expect(has('Sam is late.', 'late')).toBe(true);
    expect(has('Later, or on a plate.', 'late')).toBe(false);
    expect(has('Das musst du.', 'musst')).toBe(true);
  });

  it('answer something tender without taking it back in the same breath', () => {
    const replies = keys.filter((key) => /^(reply\.|thanks\.words|feeling\.reply|concern\.hearReady|promise\.(answerWellWords|letGo\d))/.test(key));
    expect(replies.length).toBeGreaterThan(10);
    for (const key of replies) {
      expect([key, has(en[key], 'but') || has(en[key], 'however')]).toEqual([key, false]);
      expect([key, has(de[key], 'aber') || has(de[key], 'jedoch')]).toEqual([key, false]);
    }
  });

  it('claim to alert or call nobody', () => {
    for (const text of Object.values(en)) expect(text).not.toMatch(/\bwe (will )?(alert|call|notify|contact)\b(?! nobody)/i);
    for (const text of Object.values(de)) expect(text).not.toMatch(/\bwir (rufen|alarmieren|verständigen|benachrichtigen)\b/i);
  });

  it('are all there before the first page: what it shows is not fetched later', () => {
    const walked = new Set<string>();
    const walk = (file: string): void => {
      if (walked.has(file)) return;
      walked.add(file);
      for (const [, name] of readFileSync(file, 'utf8').matchAll(/^\s*import (?!type ).*? from '(\.[^']+)';$/gm)) {
        const path = join(dirname(file), name ?? '');
        const found = [path, `${path}.ts`].find((one) => existsSync(one));
        if (found && /\.(svelte|ts)$/.test(found)) walk(found);
      }
    };
    walk('src/App.svelte');
    /** Event kinds are no words. */
    const afterSignIn = /\/protocol\//;
    const sources = [...walked].filter((file) => !afterSignIn.test(file)).map((file) => readFileSync(file, 'utf8')).join('\n');
    expect(walked.size).toBeGreaterThan(20);
    expect(Object.keys(enInner).filter((key) => sources.includes(`'${key}'`))).toEqual([]);
  });

  it('are each used on a screen', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(svelte|ts)$/.test(name) && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(`src/${name}`, 'utf8'))
      .join('\n');
    const made = /^note\.left\d$|^(feel|sense|place)\./;
    expect(keys.filter((key) => !made.test(key) && !sources.includes(`'${key}'`))).toEqual([]);
  });
});
