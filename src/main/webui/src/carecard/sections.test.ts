import { describe, expect, it } from 'vitest';
import { fold, nothingHeld, withoutOurs, type Held } from '../protocol/fold';
import { CARE_SECTIONS, type HavenEvent } from '../protocol/types';
import { sections, shownOf, theirHelp, theirs, withStart } from './sections';

const AT = '2026-11-21T18:00:00.000Z';
const held: Held = { ...nothingHeld('sam'), couple: 'c' };
const event = (kind: string, data: object, by = 'alex', stream = 'ours') =>
  ({ type: 'event', stream, epoch: 'e', seq: 1, command: 'c', at: AT, by, kind, data }) as HavenEvent;
const shared = (share: string, section: string, words: string, by = 'alex') => event('carecard.shared', { share, section, words }, by);

describe('a care card', () => {
  it('is kept section by section, in its order, and stays when the space closes', () => {
    let now = fold(held, event('carecard.kept', { section: 'loved', words: 'Tea.' }, 'sam', 'mine'));
    now = fold(now, event('carecard.kept', { section: 'helps', words: 'Quiet.' }, 'sam', 'mine'));
    now = fold(now, event('carecard.kept', { section: 'loved', words: 'Tea, and time.' }, 'sam', 'mine'));
    expect(now.careCard).toEqual([
      { section: 'helps', words: 'Quiet.', keptAt: AT },
      { section: 'loved', words: 'Tea, and time.', keptAt: AT },
    ]);
    expect(withoutOurs(now).careCard).toHaveLength(2);
    expect(fold(now, event('carecard.cleared', { section: 'helps' }, 'sam', 'mine')).careCard).toHaveLength(1);
  });

  it('shows the other one version of a section, until it is hidden', () => {
    let now = fold(held, shared('one', 'loved', 'Tea.'));
    now = fold(now, shared('two', 'helps', 'Quiet.'));
    now = fold(now, shared('three', 'loved', 'Time.'));
    now = fold(now, shared('mine', 'helps', 'A walk.', 'sam'));
    expect(theirs(now).map((one) => one.share)).toEqual(['two', 'three']);
    expect(theirHelp(now).map((one) => one.share)).toEqual(['two']);
    expect(shownOf(now, 'helps')?.share).toBe('mine');
    now = fold(now, event('words.erased', { kind: 'carecard', id: 'two' }));
    expect(theirs(now).map((one) => one.share)).toEqual(['three']);
    expect(withoutOurs(now).careShares).toEqual([]);
  });

  it('has beginnings for every section, five of them for feeling loved', () => {
    for (const section of CARE_SECTIONS) expect(sections[section].starters.length).toBeGreaterThan(1);
    expect(sections.loved.starters).toHaveLength(5);
    expect(withStart('', 'Tea.')).toBe('Tea.');
    expect(withStart('Quiet.\n', 'Tea.')).toBe('Quiet.\nTea.');
  });
});
