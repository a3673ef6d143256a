import { describe, expect, it } from 'vitest';
import { fold, fromSnapshot, nothingHeld, withoutOurs, type Held } from './fold';
import type { GratitudeView, HavenEvent } from './types';

const ALEX = 'alex';
const SAM = 'sam';
const AT = '2026-11-21T18:00:00.000Z';
let seq = 0;

function event<K extends HavenEvent['kind']>(kind: K, data: Extract<HavenEvent, { kind: K }>['data'], more: Partial<HavenEvent> = {}): HavenEvent {
  return { type: 'event', stream: 'ours', epoch: 'e', seq: ++seq, command: `c${seq}`, at: AT, by: ALEX, kind, data, ...more } as HavenEvent;
}
const tea = { gratitude: 'g', what: 'You made tea.', meaning: 'I felt cared for.', on: '2026-11-20' };
const added = (data: Partial<typeof tea> & { private?: boolean } = {}, more: Partial<HavenEvent> = {}) =>
  event('gratitude.added', { ...tea, ...data }, more);
const after = (...events: HavenEvent[]): Held => events.reduce(fold, { ...nothingHeld(SAM), couple: 'c' });
const only = (held: Held) => held.gratitudes[0];

describe('folding the gratitude lists', () => {
  it('reads an entry as the server shows it', () => {
    expect(only(after(added()))).toEqual({ ...tea, by: ALEX, at: AT });
  });

  it('keeps the two lists apart', () => {
    const held = after(added(), added({ gratitude: 'p', private: true }, { stream: 'mine', by: SAM }));
    expect(held.gratitudes.map((one) => one.gratitude)).toEqual(['g']);
    expect(held.privateGratitudes).toMatchObject([{ gratitude: 'p', private: true }]);
  });

  it('holds the newest twenty, newest first', () => {
    const held = after(...Array.from({ length: 23 }, (_, i) => added({ gratitude: `g${i}` })));
    expect(held.gratitudes).toHaveLength(20);
    expect(held.gratitudes[0]?.gratitude).toBe('g22');
  });

  it('keeps thanks with and without words', () => {
    expect(only(after(added(), event('gratitude.thanked', { gratitude: 'g' }, { by: SAM })))).toEqual({ ...tea, by: ALEX, at: AT, thankedAt: AT });
    expect(only(after(added(), event('gratitude.thanked', { gratitude: 'g', words: 'Oh!' }, { by: SAM })))).toMatchObject({ thanks: 'Oh!' });
  });

  it('shows the newest version alone', () => {
    const held = after(added(), event('gratitude.edited', { gratitude: 'g', what: 'You made toast.' }));
    expect(only(held)).toEqual({ gratitude: 'g', what: 'You made toast.', by: ALEX, at: AT, editedAt: AT });
  });

  it('pins and unpins', () => {
    const pinned = after(added(), event('gratitude.pinned', { gratitude: 'g' }));
    expect(only(pinned)?.pinned).toBe(true);
    expect(only(fold(pinned, event('gratitude.unpinned', { gratitude: 'g' })))).toEqual(only(after(added())));
  });

  it('leaves a neutral trace of words that were taken back, each their own', () => {
    const said = [added(), event('gratitude.pinned', { gratitude: 'g' }), event('gratitude.thanked', { gratitude: 'g', words: 'Oh!' }, { by: SAM })];
    const entryGone = after(...said, event('words.erased', { kind: 'gratitude', id: 'g' }));
    expect(only(entryGone)).toEqual({ gratitude: 'g', by: ALEX, at: AT, what: null, meaning: null, thankedAt: AT, thanks: 'Oh!', erased: true });
    const thanksGone = after(...said, event('words.erased', { kind: 'gratitude', id: 'g' }, { by: SAM }));
    expect(only(thanksGone)).toMatchObject({ what: tea.what, thanks: null, erased: true, pinned: true });
  });

  it('reads an entry whose words are gone already as the same trace', () => {
    const gone = event('gratitude.added', { gratitude: 'g', what: null, meaning: null, on: '2026-11-20', erased: true });
    expect(only(after(gone))).toEqual({ gratitude: 'g', by: ALEX, at: AT, what: null, meaning: null, erased: true });
  });

  it('changes what came back today with its entry, and nothing else', () => {
    const view: GratitudeView = { gratitude: 'old', by: ALEX, at: AT, what: 'The walk.' };
    const start = fromSnapshot(nothingHeld(SAM), { now: AT, streams: {}, timeouts: [], resurfaced: [view] });
    expect(start.resurfacedOn).toBe('2026-11-21');
    expect(fold(start, event('gratitude.thanked', { gratitude: 'old' }, { by: SAM })).resurfaced).toMatchObject([{ thankedAt: AT }]);
    expect(fold(start, event('gratitude.thanked', { gratitude: 'other' }, { by: SAM })).resurfaced).toEqual([view]);
  });

  it('drops the shared list with the space and keeps the own one', () => {
    const held = withoutOurs(after(added(), added({ gratitude: 'p', private: true }, { stream: 'mine', by: SAM })));
    expect(held.gratitudes).toEqual([]);
    expect(held.privateGratitudes).toHaveLength(1);
  });
});
