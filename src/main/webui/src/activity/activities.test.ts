import { describe, expect, it } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import { ACTIVITIES, type ActivityView } from '../protocol/types';
import { banned } from '../words/banned';
import { declined, mayPass, standing } from './activities';
import { minutesOf, stepWords } from './catalog';
import de from './catalog/de.json';
import en from './catalog/en.json';

const one: ActivityView = { activity: '1', offeredBy: 'alex', offeredAt: '', which: 'good_moments', state: 'running', step: 1, turn: 'sam', until: '2026-11-21T18:05:00.000Z' };
const at = (time: string) => Date.parse(`2026-11-21T${time}Z`);

describe('time for two', () => {
  it.each([['en', en], ['de', de]] as const)('is told in the tone of Haven in %s', (language, texts) => {
    const has = (text: string, word: string) => new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'iu').test(text);
    const lines = Object.values(texts).flatMap(({ title, what, steps }) => [title, what, ...steps]);
    expect(lines.flatMap((line) => banned[language].filter((word) => has(line, word)).map((word) => `${line}: ${word}`))).toEqual([]);
    expect(Object.keys(texts)).toEqual([...ACTIVITIES]);
  });

  it('takes ten to twenty minutes and says the names', () => {
    for (const which of ACTIVITIES) expect(minutesOf(which)).toBeGreaterThanOrEqual(10);
    expect(stepWords('good_moments', 1, 'Alex', 'Sam')).toBe('Alex tells a good moment: where it was, what it felt like. Sam listens.');
  });

  it('keeps the turn until two minutes after its time', () => {
    expect(mayPass(one, 'sam', at('18:00:00'))).toBe(true);
    expect(mayPass(one, 'alex', at('18:06:59'))).toBe(false);
    expect(mayPass(one, 'alex', at('18:07:00'))).toBe(true);
    const { turn: _turn, ...both } = one;
    expect(mayPass(both, 'alex', at('18:00:00'))).toBe(true);
  });

  it('knows what stands, and a kind no to one’s own offer', () => {
    const held = { ...nothingHeld('alex'), activities: [one] };
    expect(standing(held)).toBe(one);
    const no: ActivityView = { ...one, state: 'over', answer: 'not_now' };
    expect(standing({ ...held, activities: [no] })).toBeUndefined();
    expect(declined({ ...held, activities: [no] })).toBe(no);
    expect(declined({ ...held, person: 'sam', activities: [no] })).toBeUndefined();
  });
});
