import { describe, expect, it } from 'vitest';
import { chosen } from '../concern/sort';
import { nothingHeld, type Held } from '../protocol/fold';
import type { GratitudeView } from '../protocol/types';
import { inAWeek, isAsked, today } from './good-thing';
import { forBreak } from './memories';
import { SILLY, withJoke } from './playful';

const NOW = new Date('2026-11-21T18:00:00').getTime();
const DAY = 86_400_000;
const held: Held = nothingHeld('sam');

describe('the question for one good thing', () => {
  it('comes once a day at most, and rests for a week where that is wished', () => {
    expect(isAsked(held, NOW, undefined)).toBe(true);
    expect(isAsked(held, NOW, today(NOW))).toBe(false);
    expect(isAsked(held, NOW + DAY, today(NOW))).toBe(true);
    expect(isAsked(held, NOW + 6 * DAY, inAWeek(NOW))).toBe(false);
    expect(isAsked(held, NOW + 7 * DAY, inAWeek(NOW))).toBe(true);
  });

  it('does not come where something was written down today', () => {
    const entry = { gratitude: 'g', by: 'sam', at: new Date(NOW - 3_600_000).toISOString(), what: 'Tea.' } as GratitudeView;
    expect(isAsked({ ...held, gratitudes: [entry] }, NOW, undefined)).toBe(false);
    expect(isAsked({ ...held, privateGratitudes: [entry] }, NOW, undefined)).toBe(false);
    expect(isAsked({ ...held, gratitudes: [{ ...entry, by: 'alex' }] }, NOW, undefined)).toBe(true);
    expect(isAsked({ ...held, gratitudes: [entry] }, NOW + DAY, undefined)).toBe(true);
  });
});

describe('what is for play', () => {
  it('keeps a joke once, the newest first, and fifty at most', () => {
    expect(withJoke(['b', 'a'], 'a')).toEqual(['a', 'b']);
    expect(withJoke(Array.from({ length: 50 }, (_, n) => String(n)), 'new')).toHaveLength(50);
    expect(new Set(SILLY).size).toBe(SILLY.length);
  });
});

describe('a memory on a break', () => {
  it('is the same all through it, and none where none is kept', () => {
    const memories = [1, 2, 3].map((at) => ({ at, words: String(at) }));
    const called = '2026-11-21T18:00:00.000Z';
    expect(forBreak(memories, called)).toBe(forBreak(memories, called));
    expect(forBreak([], called)).toBeUndefined();
  });
});

describe('the private sheet', () => {
  it('hands on what is ticked and nothing else', () => {
    const sheet = { facts: ' The door. ', story: 'You left me.', feeling: '', takeFacts: true, takeStory: false, takeFeeling: true };
    expect(chosen(sheet)).toEqual({ saw: 'The door.' });
    expect(chosen({ ...sheet, takeFacts: false })).toEqual({});
    expect(chosen({ ...sheet, takeStory: true, feeling: 'Sad' })).toEqual({ saw: 'The door.', meaning: 'You left me.', felt: 'Sad' });
  });
});
