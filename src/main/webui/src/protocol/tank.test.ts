import { describe, expect, it } from 'vitest';
import { fold, nothingHeld, withoutOurs, type Held } from './fold';
import { OWN } from './session.svelte';
import type { HavenEvent } from './types';

const SAM = 'sam';
let seq = 0;

function event(kind: string, data: object): HavenEvent {
  seq += 1;
  return { type: 'event', stream: 'mine', epoch: 'e', seq, command: 'c', at: `2026-11-21T18:00:0${seq}.000Z`, by: SAM, kind, data } as HavenEvent;
}

function after(...events: HavenEvent[]): Held {
  return events.reduce(fold, nothingHeld(SAM));
}

describe('the tank', () => {
  it('has the one kept last first, and keeps the mark with new words', () => {
    seq = 0;
    const held = after(
      event('tank.kept', { resentment: 'a', words: 'The bag.', about: 'Home' }),
      event('tank.kept', { resentment: 'b', words: 'The bill.' }),
      event('tank.raised', { resentment: 'a' }),
      event('tank.kept', { resentment: 'a', words: 'The bag in the hall.' }),
    );
    expect(held.tank.map((one) => one.resentment)).toEqual(['a', 'b']);
    expect(held.tank[0]).toEqual({
      resentment: 'a', words: 'The bag in the hall.', keptAt: '2026-11-21T18:00:04.000Z', raisedAt: '2026-11-21T18:00:03.000Z',
    });
  });

  it('forgets what was let go, and stays when the space is closed', () => {
    seq = 0;
    const held = after(event('tank.kept', { resentment: 'a', words: 'The bag.' }), event('tank.kept', { resentment: 'b', words: 'The bill.' }));
    expect(withoutOurs(held).tank).toHaveLength(2);
    expect(fold(held, event('tank.letGo', { resentment: 'a' })).tank.map((one) => one.resentment)).toEqual(['b']);
  });

  it('is sent to nobody but its owner', () => {
    for (const kind of ['tank.keep', 'tank.letGo', 'tank.raise', 'hold.place', 'hold.lift']) expect(OWN.test(kind)).toBe(true);
    for (const kind of ['hold.share', 'hold.unshare']) expect(OWN.test(kind)).toBe(false);
  });
});
