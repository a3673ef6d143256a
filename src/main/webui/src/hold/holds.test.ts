import { beforeAll, describe, expect, it } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import type { HavenEvent } from '../protocol/types';
import { loadInnerWords, t } from '../words/words.svelte';
import { chosen, daysOn, holdNews, holdProblem, own, shared, start, timeProblem, untilText } from './holds';
import { spokenHold } from './spoken';

beforeAll(() => loadInnerWords());

const NOW = new Date(2026, 10, 21, 18, 0, 0).getTime();
const HOUR = 3_600_000;
const until = new Date(NOW + HOUR).toISOString();

describe('a hold on the screen', () => {
  it('stands until its time and not after, whoever shows it', () => {
    const held = { ...nothingHeld('sam'), holds: [{ hold: 'h', until }], sharedHolds: [{ hold: 's', owner: 'alex', until }] };
    expect([own(held, NOW), shared(held, NOW)].map((all) => all.length)).toEqual([1, 1]);
    expect([own(held, NOW + HOUR), shared(held, NOW + HOUR)].flat()).toEqual([]);
    expect(holdNews(held, NOW, () => undefined)).toHaveLength(1);
    expect(holdNews(held, NOW, () => until)).toEqual([]);
  });

  it('is no news to the one who shows it, and its end is news to its owner for a day', () => {
    const at = new Date(NOW).toISOString();
    const held = { ...nothingHeld('sam'), sharedHolds: [{ hold: 's', owner: 'sam', until }], holdsOver: [{ hold: 'h', at }] };
    expect(holdNews(held, NOW, () => undefined)).toEqual([{ hold: 'h', at }]);
    expect(holdNews(held, NOW, () => at)).toEqual([]);
    expect(holdNews(held, NOW + 25 * HOUR, () => undefined)).toEqual([]);
  });

  it('ends at the same time of the clock, whole days on', () => {
    const then = new Date(daysOn(7, NOW + 12_345));
    expect([then.getDate(), then.getHours(), then.getMinutes(), then.getSeconds()]).toEqual([28, 18, 0, 0]);
    expect(chosen({ span: 'other', day: '2026-11-22', time: '09:30' }, NOW)).toBe(new Date(2026, 10, 22, 9, 30).getTime());
    expect(start(new Date(2026, 10, 22, 9, 30).toISOString(), NOW)).toEqual({ span: 'other', day: '2026-11-22', time: '09:30' });
  });

  it('may stand until a time that is ahead, within a year', () => {
    expect(timeProblem(NOW + HOUR, NOW)).toBeUndefined();
    for (const time of [NOW, Number.NaN]) expect(timeProblem(time, NOW)).toBe(t('bid.timeBehind'));
    expect(timeProblem(NOW + 400 * 24 * HOUR, NOW)).toBe(t('hold.far'));
  });

  it('names a day by its date once the weekday alone would not be clear', () => {
    expect(untilText(daysOn(1, NOW), NOW)).toBe('tomorrow, 18:00');
    expect(untilText(daysOn(7, NOW), NOW)).toMatch(/28.*18:00/);
  });

  it('says in its own words what is refused', () => {
    expect(holdProblem({ code: 'conflict' } as never)).toBe(t('hold.enough'));
    expect(holdProblem({ code: 'too-long' } as never)).toBe(t('hold.far'));
  });

  it('is read out when it is shown, and taken back in silence', () => {
    const event = (kind: string, by: string | null) => ({ kind, by, data: { hold: 'h', until } }) as HavenEvent;
    const held = nothingHeld('sam');
    expect(spokenHold(event('hold.shared', 'alex'), held, 'Alex')).toBe(t('hold.spokenShared', { name: 'Alex' }));
    expect(spokenHold(event('hold.over', null), held, 'Alex')).toBe(t('hold.spokenOver'));
    for (const kind of ['hold.unshared', 'hold.placed']) expect(spokenHold(event(kind, 'alex'), held, 'Alex')).toBeUndefined();
    expect(spokenHold(event('hold.shared', 'sam'), held, 'Alex')).toBeUndefined();
  });
});
