import { describe, expect, it } from 'vitest';
import { nothingHeld, type Held } from '../protocol/fold';
import { session } from '../protocol/session.svelte';
import { routes } from '../router.svelte';
import type { AgreementView } from '../protocol/types';
import type { RhythmView, WeeklyView } from '../protocol/weekly';
import { promiseFrom } from './links';
import {
  agreedOn, current, forgetTyped, inForce, itemKey, mineIn, newKey, news, ownOf, proposed, said, saysSomething, seenDay, seenKey, typed, typedKey,
} from './weeklies';

const AT = '2026-11-22T17:30:00.000Z';
const weekly: WeeklyView = { weekly: 'w', at: AT, form: 'hour', openedAt: '2026-11-21T17:30:00.000Z', state: 'open' };
const draft = { weekly: 'w', couple: 'c', ready: false, keptAt: AT };
const day: RhythmView = { rhythm: 'r', weekday: 'sunday', time: '18:30', zone: 'UTC', form: 'short', proposedBy: 'sam', agreed: false };
const held = (parts: Partial<Held>): Held => ({ ...nothingHeld('alex'), couple: 'c', ...parts });
const nothing = () => undefined;

describe('what is typed for a week', () => {
  const words = {
    appreciations: ['Soup.', 'You waited.'],
    needs: [{ agreement: 'a', met: 4, words: 'Quieter.' }, { agreement: 'b', met: 1 }],
    wentWell: 'We ate together.',
    hardThing: 'Money.',
    offer: 'The early shift.',
    together: 'A walk.',
  };

  it('comes back as it was kept', () => {
    expect(said(typed(words))).toEqual(words);
    expect(said(typed({}))).toEqual({});
    expect(saysSomething(said(typed({})))).toBe(false);
    expect(said(typed({ wentWell: null, appreciations: null }))).toEqual({});
  });

  it('sends no empty line, and no words about a need that has no number', () => {
    const form = { 'glad.0': '  ', 'glad.3': ' Soup. ', 'met.a': '', 'about.a': 'Quieter.', 'met.b': '3', 'about.b': ' ', offer: ' ' };
    expect(said(form)).toEqual({ appreciations: ['Soup.'], needs: [{ agreement: 'b', met: 3 }] });
  });
});

describe('the week', () => {
  it('is the one that has not ended', () => {
    const closed = { ...weekly, weekly: 'v', state: 'closed' as const };
    expect(current(held({ weeklies: [closed] }))).toBeUndefined();
    expect(current(held({ weeklies: [closed, weekly] }))).toBe(weekly);
  });

  it('has this person’s answers for this couple alone', () => {
    expect(ownOf(held({ weeklyDrafts: [draft] }), 'w')).toBe(draft);
    expect(ownOf(held({ weeklyDrafts: [{ ...draft, couple: 'old' }] }), 'w')).toBeUndefined();
  });

  it('asks about each agreement in force', () => {
    const agreement = (id: string, state: AgreementView['state']) => ({ agreement: id, state }) as AgreementView;
    const agreements = [agreement('a', 'in_force'), agreement('b', 'proposed'), agreement('c', 'ended')];
    expect(inForce(held({ agreements })).map((one) => one.agreement)).toEqual(['a']);
  });

  it('knows the day that is agreed and the one that is suggested', () => {
    const both = held({ weeklyRhythms: [{ ...day, rhythm: 'q', agreed: true }, day] });
    expect([agreedOn(both)?.rhythm, proposed(both)?.rhythm]).toEqual(['q', 'r']);
  });

  it('can be taken back where there are words of this person', () => {
    const answers = [{ by: 'sam', offer: 'Tea.' }, { by: 'alex', erased: true }];
    const note = { id: 'n', version: 1, by: 'alex', at: AT, words: 'Tea.' };
    expect(mineIn({ ...weekly, answers }, 'alex')).toBe(false);
    expect(mineIn({ ...weekly, answers }, 'sam')).toBe(true);
    expect(mineIn({ ...weekly, answers, notes: [note] }, 'alex')).toBe(true);
    expect(mineIn({ ...weekly, answers, notes: [{ ...note, words: null, erased: true }] }, 'alex')).toBe(false);
  });
});

describe('what is typed on this device', () => {
  it('goes when it is open for both, or over', () => {
    const forms = [typedKey('w'), newKey('w', false), newKey('w', true), itemKey('n')];
    const left = (state: WeeklyView['state']) => {
      for (const key of forms) session.remember(key, 'words');
      forgetTyped(held({ weeklies: [{ ...weekly, state, notes: [{ id: 'n', version: 1, by: 'sam', at: AT, words: 'Tea.' }] }] }));
      return forms.filter((key) => session.recall(key) !== undefined);
    };
    expect(left('open')).toEqual(forms);
    expect(left('revealed')).toEqual(forms.slice(1));
    for (const state of ['closed', 'skipped', 'passed'] as const) expect(left(state)).toEqual([]);
  });
});

describe('what reached somebody', () => {
  it('is what the partner suggests, until it was looked at', () => {
    const asked = held({ weeklyRhythms: [day] });
    expect(news(asked, nothing)).toEqual({ day });
    expect(news(asked, (key) => (key === seenDay ? 'r' : undefined))).toEqual({});
    expect(news(held({ weeklyRhythms: [{ ...day, proposedBy: 'alex' }] }), nothing)).toEqual({});
  });

  it('is an open week until this person looked at it or is ready, and an open talk', () => {
    expect(news(held({ weeklies: [weekly] }), nothing)).toEqual({ weekly });
    expect(news(held({ weeklies: [weekly], weeklyDrafts: [draft] }), nothing)).toEqual({ weekly });
    expect(news(held({ weeklies: [weekly], weeklyDrafts: [{ ...draft, ready: true }] }), nothing)).toEqual({});
    const seen = (key: string) => (key === seenKey('w') ? 'open' : undefined);
    expect(news(held({ weeklies: [weekly] }), seen)).toEqual({});
    const revealed = { ...weekly, state: 'revealed' as const };
    expect(news(held({ weeklies: [revealed] }), seen)).toEqual({ weekly: revealed });
  });
});

describe('a promise that grows out of it', () => {
  it('is made on the page of promises, where there is one', () => {
    const there = routes.some((one) => one.path === '/promises');
    expect(promiseFrom('w')).toBe(there ? '/promises?from=weekly&id=w' : undefined);
  });
});
