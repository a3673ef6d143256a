import { beforeAll, describe, expect, it } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import { loadInnerWords, t } from '../words/words.svelte';
import { NEEDS } from './catalog';
import { daysText, newNeeds, newsOf, reminded, said, startsWithYou } from './needs';

beforeAll(() => loadInnerWords());

const need = { need: 'n', author: 'alex', sharedAt: '2026-11-21T18:00:00.000Z', versionAt: '2026-11-21T18:00:00.000Z' };

describe('needs on the screen', () => {
  it('send words without what is empty', () => {
    expect(said({ statement: ' Rest. ', feeling: 'Tired', observation: ' ', request: '' })).toEqual({ statement: 'Rest.', feeling: 'Tired' });
  });

  it('are new until they are put away, and again with a new version', () => {
    const held = { ...nothingHeld('sam'), needs: [need] };
    expect(newNeeds(held, () => undefined)).toEqual([need]);
    expect(newNeeds(held, () => newsOf(held, need))).toEqual([]);
    const anew = { ...held, needs: [{ ...need, versionAt: '2026-11-22T18:00:00.000Z' }] };
    expect(newNeeds(anew, () => newsOf(held, need))).toHaveLength(1);
  });

  it('are no news to their owner until they are answered', () => {
    const held = { ...nothingHeld('alex'), needs: [need] };
    expect(newNeeds(held, () => undefined)).toEqual([]);
    const answered = { ...need, answer: 'no' as const, answeredAt: '2026-11-21T19:00:00.000Z' };
    expect(newNeeds({ ...held, needs: [answered] }, () => undefined)).toEqual([answered]);
  });

  it('remind for some hours, unless that was put away', () => {
    const reminder = { reminder: 'r', agreed: true, words: 'Words.', times: ['08:00'], weekdays: ['monday' as const] };
    const remindedAt = '2026-11-21T08:00:00.000Z';
    const held = { ...nothingHeld('sam'), needs: [{ ...need, reminder }], needReminders: [{ need: 'n', remindedAt }] };
    const at = Date.parse(remindedAt);
    expect(reminded(held, at + 3_600_000, () => undefined)).toHaveLength(1);
    expect(reminded(held, at + 3_600_000, () => remindedAt)).toEqual([]);
    expect(reminded(held, at + 13 * 3_600_000, () => undefined)).toEqual([]);
  });

  it('hint at a boundary that starts with the other, and at no other', () => {
    for (const text of ['You will stop.', ' you stop', 'Du hörst auf.', 'Deine Mutter geht.']) expect(startsWithYou(text)).toBe(true);
    for (const text of ['I will go.', 'Young people…', 'Ich gehe.', 'Durch die Tür gehe ich.']) expect(startsWithYou(text)).toBe(false);
  });

  it('are at least forty to choose from, each once', () => {
    const all = NEEDS.flatMap(({ needs }) => needs.map((key) => t(key)));
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all).size).toBe(all.length);
  });

  it('name the days in the order of the week', () => {
    expect(daysText(['friday', 'monday'])).toBe('Monday, Friday');
  });
});
