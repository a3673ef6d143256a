import { beforeAll, describe, expect, it } from 'vitest';
import { fold, nothingHeld, withoutOurs, type Held } from '../protocol/fold';
import type { CheckinView, HavenEvent } from '../protocol/types';
import { loadInnerWords } from '../words/words.svelte';
import { checkinsToShow, mark, readKey } from './checkins';
import { spokenCheckin } from './spoken';

const AT = '2026-11-21T18:00:00.000Z';
const NOW = Date.parse(AT);
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(NOW - hours * HOUR).toISOString();
const theirs: CheckinView = { checkin: 't', teller: 'alex', toldAt: ago(1), feeling: 'Tired.' };
const mine: CheckinView = { checkin: 'm', teller: 'sam', toldAt: ago(2), feeling: 'Fine.' };
const held = (...checkins: CheckinView[]): Held => ({ ...nothingHeld('sam'), couple: 'c', checkins });
const event = (kind: string, data: object, by = 'alex') =>
  ({ type: 'event', stream: 'ours', epoch: 'e', seq: 1, command: 'c', at: AT, by, kind, data }) as HavenEvent;
const nothingRead = () => undefined;

describe('what the home page shows of the days', () => {
  it('is the newest of the other, for a day', () => {
    expect(checkinsToShow(held(theirs, { ...theirs, checkin: 'older', toldAt: ago(3) }), NOW, nothingRead)).toEqual([theirs]);
    expect(checkinsToShow(held({ ...theirs, toldAt: ago(25) }), NOW, nothingRead)).toEqual([]);
    expect(checkinsToShow(held({ ...theirs, withdrawnAt: AT }), NOW, nothingRead)).toEqual([]);
  });

  it('is an answer to mine, and nothing where none came', () => {
    expect(checkinsToShow(held(mine), NOW, nothingRead)).toEqual([]);
    const answered = { ...mine, answeredAt: ago(1), offer: 'time' as const };
    expect(checkinsToShow(held(answered), NOW, nothingRead)).toEqual([answered]);
    const putAway = (key: string) => (key === readKey(answered) ? mark(answered, 'sam') : undefined);
    expect(checkinsToShow(held(answered), NOW, putAway)).toEqual([]);
    expect(checkinsToShow(held({ ...answered, answeredAt: AT }), NOW, putAway)).toHaveLength(1);
  });

  it('stays away once it was put away', () => {
    expect(checkinsToShow(held(theirs), NOW, () => theirs.toldAt)).toEqual([]);
  });
});

describe('folding a day', () => {
  const told = event('checkin.told', { checkin: 'a', feeling: 'Tired.', need: 'time' });

  it('keeps the newest answer, and of what was taken back only its times', () => {
    const twice = [told, event('checkin.answered', { checkin: 'a', offer: 'time' }, 'sam'), event('checkin.answered', { checkin: 'a', words: 'At eight.' }, 'sam')].reduce(fold, held());
    expect(twice.checkins).toEqual([{ checkin: 'a', feeling: 'Tired.', need: 'time', teller: 'alex', toldAt: AT, answeredAt: AT, answerWords: 'At eight.', offer: undefined }]);
    expect(fold(twice, event('checkin.withdrawn', { checkin: 'a' })).checkins).toEqual([{ checkin: 'a', teller: 'alex', toldAt: AT, withdrawnAt: AT }]);
  });

  it('keeps favourites with their owner, also when the space is closed', () => {
    const kept = [event('favourite.kept', { favourite: 'f', words: 'Here.' }, 'sam'), event('favourite.kept', { favourite: 'f', words: 'Right here.' }, 'sam')].reduce(fold, held());
    expect(withoutOurs(kept).favourites).toEqual([{ favourite: 'f', words: 'Right here.' }]);
    expect(fold(kept, event('favourite.dropped', { favourite: 'f' }, 'sam')).favourites).toEqual([]);
    expect(withoutOurs(fold(kept, told)).checkins).toEqual([]);
  });
});

describe('what a screen reader says of a day', () => {
  beforeAll(loadInnerWords);

  it('is how the other is, and what the other answers', () => {
    expect(spokenCheckin(event('checkin.told', { checkin: 'a', feeling: 'Tired' }), 'Alex')).toBe('From Alex: Today: Tired');
    expect(spokenCheckin(event('checkin.answered', { checkin: 'a', offer: 'validation', words: 'Really.' }), 'Alex')).toBe('From Alex: That makes sense to me. Really.');
  });
});
