import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import { fold, nothingHeld, withoutOurs, type Held } from '../protocol/fold';
import type { HavenEvent, SharedMomentView } from '../protocol/types';
import de from '../words/de/feeling.json';
import en from '../words/en/feeling.json';
import { loadInnerWords } from '../words/words.svelte';
import FeelingPicker from './FeelingPicker.svelte';
import { dueNow, feelingsToShow, mark, readKey } from './feelings';
import { BODY, feelingWord, levelNow, LIST, mayBe, placeOf, PLACES } from './list';
import { rows } from './picture';
import { spokenFeeling } from './spoken';

const AT = '2026-11-21T18:00:00.000Z';
const NOW = Date.parse(AT);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (hours: number) => new Date(NOW - hours * HOUR).toISOString();
const event = (kind: string, data: object, by: string | null = 'sam', stream = 'mine', at = AT) =>
  ({ type: 'event', stream, epoch: 'e', seq: 1, command: 'c', at, by, kind, data }) as HavenEvent;
const held = (...shared: SharedMomentView[]): Held => ({ ...nothingHeld('sam'), couple: 'c', sharedFeelings: shared });
const fine = LIST.flatMap(({ basic }) => basic.flatMap((one) => one.fine));
const all = LIST.flatMap(({ id, basic }) => [id, ...basic.flatMap((one) => [one.id, ...one.fine])]);

beforeAll(loadInnerWords);

describe('the list', () => {
  it('has each feeling once, with words in both languages', () => {
    expect(new Set(all).size).toBe(all.length);
    for (const words of [en, de] as Record<string, string>[]) {
      expect(all.filter((id) => !words[`feel.${id}`])).toEqual([]);
      expect(BODY.filter(({ sensation }) => !words[`sense.${sensation}`])).toEqual([]);
      expect(PLACES.filter((place) => !words[`place.${place}`])).toEqual([]);
    }
    expect(placeOf('hurt')).toEqual({ top: 'bad', basic: 'sadness' });
    expect(feelingWord('of_a_later_server')).toBe('of_a_later_server');
  });

  it('grows on day 15 and day 29, and stays where it was set by hand', () => {
    const day = (n: number) => Date.parse(AT) + (n - 1) * DAY;
    expect([1, 14, 15, 28, 29, 400].map((n) => levelNow({ since: AT, reminders: [] }, day(n)))).toEqual(['three', 'three', 'basic', 'basic', 'all', 'all']);
    expect(levelNow({ reminders: [] }, day(400))).toBe('three');
    expect([1, 15, 29].map((n) => levelNow({ since: AT, level: 'all', reminders: [] }, day(n)))).toEqual(['all', 'all', 'all']);
    expect(levelNow({ since: AT, level: 'three', reminders: [] }, day(400))).toBe('three');
  });

  it('says of a sensation only what it may go with, what several share first', () => {
    expect(mayBe(['tight_chest', 'shallow_breath'])[0]).toBe('fear');
    expect(mayBe([])).toEqual([]);
    expect(en['feeling.may']).toContain('may');
    expect(de['feeling.may']).toContain('kann');
    const rowsOfTheSource: [string, string][] = [
      ['tight_chest', 'fear'], ['shallow_breath', 'fear'], ['tense_shoulders', 'stressed'], ['tight_jaw', 'anger'],
      ['heavy_body', 'sadness'], ['tired_body', 'sadness'], ['warm_chest', 'love'], ['fidgety', 'nervous'], ['fidgety', 'excited'], ['numb_body', 'distant'], ['numb_body', 'flooded'],
    ];
    for (const [sensation, feeling] of rowsOfTheSource) expect(mayBe([sensation]), sensation).toContain(feeling);
  });
});

describe('the list on the screen', () => {
  const picker = (level: 'three' | 'basic' | 'all') => render(FeelingPicker, { value: '', level, chosenByHand: false });

  it('shows three at first, each a radio button with its name', () => {
    picker('three');
    expect(within(screen.getByRole('group', { name: 'What am I feeling?' })).getAllByRole('radio')).toHaveLength(3);
  });

  it('has every basic feeling, then every finer one, in one group of radio buttons', () => {
    const { container, unmount } = picker('basic');
    expect(container.querySelectorAll('input[type=radio]')).toHaveLength(LIST.reduce((n, top) => n + 1 + top.basic.length, 0));
    unmount();
    const whole = picker('all').container;
    const radios = [...whole.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    expect(radios.map(({ value }) => value).sort()).toEqual([...all].sort());
    expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
    expect(fine.length).toBeGreaterThanOrEqual(70);
    // Folded by what opens with Enter and Space, and nothing is taken out of the tab order.
    expect(whole.querySelectorAll('details > summary')).toHaveLength(LIST.length);
    expect(whole.querySelector('[tabindex="-1"]')).toBeNull();
  });

  it('says what is chosen; the wheel is for the eye alone', async () => {
    const { container } = picker('all');
    await fireEvent.click(container.querySelector('input[value="relieved"]')!);
    expect(screen.getByRole('status').textContent).toBe('Chosen: relieved');
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    expect(container.querySelector('details[open] input[value="relieved"]')).not.toBeNull();
  });
});

describe('folding how one is', () => {
  const kept = event('feeling.kept', { moment: 'm', feeling: 'worried', at: ago(1) });

  it('keeps one that is said anew in its place, and erases for good', () => {
    const two = [kept, event('feeling.kept', { moment: 'n', feeling: 'calm', at: AT }), event('feeling.kept', { moment: 'm', own: 'foggy', at: ago(1), anew: true })].reduce(fold, held());
    expect(two.feelings).toEqual([{ moment: 'n', feeling: 'calm', at: AT }, { moment: 'm', own: 'foggy', at: ago(1), editedAt: AT }]);
    expect(fold(two, event('words.erased', { kind: 'moment', id: 'm' })).feelings.map(({ moment }) => moment)).toEqual(['n']);
    expect(two.feelingWishes.since).toBe(AT);
    expect(withoutOurs(two).feelings).toEqual(two.feelings);
  });

  it('ends a reminder when it is skipped, put off, answered or followed by the next', () => {
    const asked = [event('feeling.reminderSet', { reminder: 2, at: '14:00' }), event('feeling.reminderSet', { reminder: 1, at: '09:00' }), event('feeling.due', { reminder: 1 }, null)].reduce(fold, held());
    expect(asked.feelingWishes).toEqual({ reminders: [{ reminder: 1, at: '09:00' }, { reminder: 2, at: '14:00' }], due: { reminder: 1, at: AT } });
    expect(dueNow(asked, NOW)).toBe(1);
    expect(dueNow(asked, NOW + 5 * HOUR)).toBeUndefined();
    expect(fold(asked, event('feeling.skipped', { reminder: 1 })).feelingWishes).toEqual({ reminders: asked.feelingWishes.reminders });
    const later = fold(asked, event('feeling.snoozed', { reminder: 1, until: ago(-1) }));
    expect(later.feelingWishes.snoozed).toEqual({ reminder: 1, at: ago(-1) });
    expect(dueNow(later, NOW)).toBeUndefined();
    expect(fold(later, event('feeling.due', { reminder: 2 }, null)).feelingWishes.snoozed).toBeUndefined();
    expect(fold(later, kept).feelingWishes.snoozed).toBeUndefined();
    expect(fold(asked, event('feeling.reminderSet', { reminder: 1 })).feelingWishes.reminders).toHaveLength(1);
  });

  it('leaves a trace of what was taken back, and the words of the other', () => {
    const shared = event('feeling.shared', { moment: 'm', feeling: 'worried', ask: true }, 'alex', 'ours');
    const answered = event('feeling.answered', { moment: 'm', words: 'Here.' }, 'sam', 'ours');
    const told = [shared, answered, event('words.erased', { kind: 'moment', id: 'm' }, 'alex', 'ours')].reduce(fold, held());
    expect(told.sharedFeelings).toEqual([{ moment: 'm', by: 'alex', at: AT, erased: true, answeredAt: AT, answerWords: 'Here.' }]);
    expect(fold(told, event('words.erased', { kind: 'moment', id: 'm' }, 'sam', 'ours')).sharedFeelings[0]).toEqual({ moment: 'm', by: 'alex', at: AT, erased: true, answeredAt: AT, answerErased: true });
    expect(withoutOurs(told).sharedFeelings).toEqual([]);
  });
});

describe('what the home page shows', () => {
  const theirs: SharedMomentView = { moment: 't', by: 'alex', at: ago(1), feeling: 'worried' };
  const mine: SharedMomentView = { moment: 'm', by: 'sam', at: ago(2), feeling: 'calm' };

  it('is what the other shared, and an answer to mine, until put away', () => {
    expect(feelingsToShow(held(theirs, mine), NOW, () => undefined)).toEqual([theirs]);
    expect(feelingsToShow(held({ ...theirs, erased: true }, { ...theirs, at: ago(25) }), NOW, () => undefined)).toEqual([]);
    const answered = { ...mine, answeredAt: ago(1), reply: 'hug' as const };
    expect(feelingsToShow(held(answered), NOW, () => undefined)).toEqual([answered]);
    expect(feelingsToShow(held(answered), NOW, (key) => (key === readKey(answered) ? mark(answered, 'sam') : undefined))).toEqual([]);
  });

  it('is read out as it stands there', () => {
    expect(spokenFeeling(event('feeling.shared', { moment: 'm', feeling: 'worried' }, 'alex', 'ours'), 'Alex')).toBe('From Alex: worried');
    expect(spokenFeeling(event('feeling.answered', { moment: 'm', reply: 'hug' }, 'alex', 'ours'), 'Alex')).toBe('From Alex: I would like to hold you');
    expect(spokenFeeling(event('feeling.due', { reminder: 1 }, null), 'Alex')).toBe('How is it inside right now?');
  });
});

describe('the picture', () => {
  it('has a row for each basic feeling, in the order of the list, and none for a day without', () => {
    const moments = [
      { moment: 'a', feeling: 'hurt', at: ago(1), intensity: 5 },
      { moment: 'b', feeling: 'happy', at: ago(24) },
      { moment: 'c', own: 'foggy', at: ago(2) },
      { moment: 'd', feeling: 'happy', at: ago(24 * 31) },
    ];
    const drawn = rows(moments, NOW, LIST.flatMap(({ id, basic }) => [id, ...basic.map((one) => one.id)]));
    expect(drawn.map(({ id, dots }) => [id, dots.length])).toEqual([['joy', 1], ['sadness', 1], [undefined, 1]]);
    expect(drawn.every(({ dots }) => dots.every(({ x }) => x >= 0 && x <= 1))).toBe(true);
  });
});
