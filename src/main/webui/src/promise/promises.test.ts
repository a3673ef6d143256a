import { beforeAll, describe, expect, it } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import type { PromiseView } from '../protocol/promise';
import type { HavenEvent } from '../protocol/types';
import { loadInnerWords, loadWords } from '../words/words.svelte';
import { originOf } from './aim';
import { aboutTime, asksNow, earlierOnes, mark, openOnes, reachedMe, readKey } from './promises';
import { spokenPromise } from './spoken';
import { byWhen, chosenFrom, datedBy } from './when';

const ALEX = 'alex';
const SAM = 'sam';
const HOUR = 3_600_000;
/** As the clock shows here. */
const here = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();
const iso = (at: number) => new Date(at).toISOString();
const NOON = here(21, 12);
const promise = (id: string, due: number, more: Partial<PromiseView> = {}): PromiseView => ({
  promise: id, maker: ALEX, madeAt: iso(NOON - HOUR), state: 'open', versions: [{ at: iso(NOON - HOUR), words: 'Tea.', due: iso(due) }], ...more,
});
const nothing = () => undefined;
const held = (...promises: PromiseView[]) => ({ ...nothingHeld(ALEX), promises });

beforeAll(async () => {
  await loadWords('en');
  await loadInnerWords();
});

describe('the list of promises', () => {
  it('has the open ones by their time and then the earlier ones, the newest first', () => {
    const all = [
      promise('late', NOON + 9 * HOUR),
      promise('kept', NOON, { state: 'kept', keptAt: iso(NOON - 2 * HOUR) }),
      promise('soon', NOON + HOUR),
      promise('gone', NOON, { state: 'let_go', letGoAt: iso(NOON - HOUR) }),
    ];
    expect(openOnes(all).map((one) => one.promise)).toEqual(['soon', 'late']);
    expect(earlierOnes(all).map((one) => one.promise)).toEqual(['gone', 'kept']);
  });

  it('asks its maker alone, an hour before or from the morning of the day, and when the time has come', () => {
    const one = promise('1', NOON);
    expect(asksNow(one, ALEX, NOON - 2 * HOUR)).toBeUndefined();
    expect(asksNow(one, ALEX, NOON - HOUR)).toBe('soon');
    expect(asksNow(one, ALEX, NOON)).toBe('due');
    expect(asksNow(one, SAM, NOON)).toBeUndefined();
    const day = promise('2', here(21, 20), { versions: [{ at: iso(NOON), words: 'Tea.', due: iso(here(21, 20)), on: '2026-11-21' }] });
    expect(asksNow(day, ALEX, here(21, 9))).toBe('soon');
    expect(asksNow({ ...one, state: 'kept' }, ALEX, NOON)).toBeUndefined();
  });
});

describe('the home page', () => {
  it('shows mine when its time is near, until it is left for later, and asks once more when it has come', () => {
    const one = held(promise('1', NOON + HOUR));
    expect(reachedMe(one, NOON - HOUR, nothing)).toHaveLength(0);
    expect(reachedMe(one, NOON, nothing)).toHaveLength(1);
    const away = (key: string) => (key === readKey(one.promises[0]!) ? mark(one.promises[0]!, ALEX, NOON) : undefined);
    expect(reachedMe(one, NOON, away)).toHaveLength(0);
    expect(reachedMe(one, NOON + HOUR, away)).toHaveLength(1);
  });

  it('shows what is new of the other, and my own only where I was thanked', () => {
    const theirs = promise('1', NOON + 48 * HOUR, { maker: SAM });
    expect(reachedMe(held(theirs), NOON, nothing)).toHaveLength(1);
    const away = () => mark(theirs, ALEX, NOON);
    expect(reachedMe(held(theirs), NOON, away)).toHaveLength(0);
    expect(reachedMe(held({ ...theirs, state: 'kept', keptAt: iso(NOON) }), NOON, away)).toHaveLength(1);
    expect(reachedMe(held({ ...theirs, maker: SAM }), NOON + 8 * 24 * HOUR, nothing)).toHaveLength(0);
    const mine = promise('2', NOON + 48 * HOUR, { state: 'kept', keptAt: iso(NOON) });
    expect(reachedMe(held(mine), NOON, nothing)).toHaveLength(0);
    expect(reachedMe(held({ ...mine, thankedAt: iso(NOON) }), NOON, nothing)).toHaveLength(1);
  });

  it('says nothing of a time of the other that has passed', () => {
    const theirs = promise('1', NOON - HOUR, { maker: SAM, madeAt: iso(NOON - 9 * 24 * HOUR) });
    theirs.versions[0]!.at = theirs.madeAt;
    expect(reachedMe(held(theirs), NOON, nothing)).toHaveLength(0);
  });
});

describe('by when', () => {
  it('names the day where no hour was chosen, and asks in the evening', () => {
    const chosen = { day: '2026-11-30', time: '' };
    expect(datedBy({ ...chosen, when: 'tomorrow' }, NOON)).toEqual({ due: iso(here(22, 20)), on: '2026-11-22' });
    expect(datedBy({ ...chosen, when: 'week' }, NOON)).toEqual({ due: iso(here(28, 20)), on: '2026-11-28' });
    expect(datedBy({ ...chosen, when: 'other' }, NOON)).toEqual({ due: iso(here(30, 20)), on: '2026-11-30' });
    expect(datedBy({ ...chosen, when: 'other', time: '18:30' }, NOON)).toEqual({ due: iso(here(30, 18, 30)) });
    expect(datedBy({ ...chosen, when: 'other', day: '' }, NOON)).toBeUndefined();
  });

  it('leaves the rest of the day for what is promised in the evening', () => {
    expect(datedBy({ when: 'today', day: '', time: '' }, here(21, 21))).toEqual({ due: iso(here(21, 23, 59)), on: '2026-11-21' });
  });

  it('is said by its day, and by the hour only where one was chosen', () => {
    expect(byWhen({ due: iso(here(21, 20)), on: '2026-11-21' }, NOON)).toBe('today');
    expect(byWhen({ due: iso(here(22, 18, 30)) }, NOON)).toBe('tomorrow, 18:30');
    expect(byWhen({ due: iso(here(28, 20)), on: '2026-11-28' }, NOON)).toMatch(/Saturday.*28/);
  });

  it('opens on what stands', () => {
    for (const stood of [{ due: iso(here(30, 18, 30)) }, { due: iso(here(30, 20)), on: '2026-11-30' }]) {
      expect(datedBy(chosenFrom(stood), NOON)).toEqual(stood);
    }
  });
});

describe('a promise', () => {
  it('names what it grew out of by kind alone, with a way back where this app has one', () => {
    expect(originOf({ kind: 'concern', id: 'x' })).toMatchObject({ what: 'promise.fromConcern', href: '/concern' });
    expect(originOf({ kind: 'later', id: 'x' })).toEqual({ what: 'promise.fromOther' });
    expect(originOf(undefined)).toBeUndefined();
  });

  it('is spoken of without a word of it, and one’s own is not spoken of', () => {
    const event = { kind: 'promise.made', by: SAM, data: { promise: '1', words: 'Tea.' } } as unknown as HavenEvent;
    expect(spokenPromise(event, held(), 'Sam')).toBe('Sam made a promise. It is on your home page.');
    expect(spokenPromise({ ...event, by: ALEX } as HavenEvent, held(), 'Sam')).toBeUndefined();
  });

  it('tells a refused time from refused words', () => {
    expect(aboutTime({ status: 422, code: 'too-soon' })).toBe(true);
    expect(aboutTime({ status: 422, code: 'invalid', errors: [{ field: 'words', message: '' }] })).toBe(false);
  });
});
