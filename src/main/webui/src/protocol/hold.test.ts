import { describe, expect, it } from 'vitest';
import { fold, nothingHeld, withoutOurs, type Held } from './fold';
import type { HavenEvent } from './types';

const ALEX = 'alex';
const SAM = 'sam';
const TOMORROW = '2026-11-22T18:00:00.000Z';
let seq = 0;

function event(kind: string, data: object, by: string | null = SAM, stream = 'mine'): HavenEvent {
  seq += 1;
  return { type: 'event', stream, epoch: 'e', seq, command: 'c', at: `2026-11-21T18:00:0${seq % 10}.000Z`, by, kind, data } as HavenEvent;
}

function after(...events: HavenEvent[]): Held {
  return events.reduce(fold, nothingHeld(SAM));
}

const placed = () => event('hold.placed', { hold: 'h', until: TOMORROW, words: 'Where we live.' });
const shown = (by = SAM) => event('hold.shared', { hold: 'h', until: TOMORROW, words: 'The flat.' }, by, 'ours');

describe('holds', () => {
  it('keep what is placed apart from what is shown', () => {
    const held = after(placed(), shown());
    expect(held.holds).toEqual([{ hold: 'h', until: TOMORROW, words: 'Where we live.' }]);
    expect(held.sharedHolds).toEqual([{ hold: 'h', until: TOMORROW, words: 'The flat.', owner: SAM }]);
    expect(fold(held, event('hold.lifted', { hold: 'h' })).sharedHolds).toHaveLength(1);
    expect(fold(held, event('hold.unshared', { hold: 'h' }, SAM, 'ours')).holds).toHaveLength(1);
  });

  it('stand once, with their newest words, the one placed last first', () => {
    const other = event('hold.placed', { hold: 'i', until: TOMORROW });
    const anew = event('hold.placed', { hold: 'h', until: TOMORROW });
    expect(after(placed(), other, anew).holds).toEqual([{ hold: 'h', until: TOMORROW }, { hold: 'i', until: TOMORROW }]);
  });

  it('say that their time has come, without their words, until they are placed anew', () => {
    const held = after(placed(), event('hold.over', { hold: 'h' }, null));
    expect(held.holds).toEqual([]);
    expect(held.holdsOver.map((one) => Object.keys(one))).toEqual([['hold', 'at']]);
    expect(fold(held, placed()).holdsOver).toEqual([]);
  });

  it('leave when the space is closed, except one\u2019s own', () => {
    const held = withoutOurs(after(placed(), shown(ALEX)));
    expect(held.sharedHolds).toEqual([]);
    expect(held.holds).toHaveLength(1);
  });
});
