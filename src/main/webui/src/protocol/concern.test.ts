import { describe, expect, it } from 'vitest';
import { apply, fromSnapshot, nothingHeld, withoutOurs, type Held } from './fold';
import type { HavenEvent, Snapshot } from './types';

const ALEX = 'alex';
const SAM = 'sam';
const start: Held = {
  ...nothingHeld(ALEX),
  couple: 'c',
  positions: { ours: { epoch: 'e', seq: 0 }, mine: { epoch: 'm', seq: 0 } },
};
const card = { concern: '1', saw: 'The dishes.', felt: 'Tired.', need: 'Rest.' };

function told(held: Held, kind: string, data: object, by: string | null = SAM, stream: 'ours' | 'mine' = 'ours'): Held {
  const { epoch, seq } = held.positions[stream]!;
  const at = `2026-11-21T18:0${seq}:00.000Z`;
  const step = apply(held, { type: 'event', stream, epoch, seq: seq + 1, command: 'x', at, by, kind, data } as unknown as HavenEvent);
  if (typeof step === 'string') throw new Error(step);
  return step.held;
}

describe('folding concerns', () => {
  it('gives what the server reads, from the first word to enough', () => {
    let held = told(start, 'concern.raised', { ...card, parked: false });
    expect(held.concerns).toEqual([
      { ...card, author: SAM, raisedAt: '2026-11-21T18:00:00.000Z', openedAt: '2026-11-21T18:00:00.000Z', state: 'open', heard: [] },
    ]);
    held = told(held, 'concern.timeNeeded', { concern: '1', until: '2026-11-22T18:00:00.000Z' }, ALEX);
    expect(held.concerns[0]?.needsTimeUntil).toBe('2026-11-22T18:00:00.000Z');
    held = told(held, 'concern.due', { concern: '1' }, null, 'mine');
    expect(held.dueConcerns).toEqual(['1']);
    held = told(held, 'concern.heard', { concern: '1', words: 'You were tired.' }, ALEX);
    expect(held.dueConcerns).toEqual([]);
    expect(held.concerns[0]).not.toHaveProperty('needsTimeUntil');
    expect(held.concerns[0]?.heard).toEqual([{ at: '2026-11-21T18:02:00.000Z', words: 'You were tired.' }]);
    held = told(held, 'concern.closed', { concern: '1', how: 'enough' });
    expect(held.concerns[0]).toMatchObject({ state: 'closed', how: 'enough', closedAt: '2026-11-21T18:03:00.000Z' });
  });

  it('keeps what waits on the list until it is opened, and puts back what rests', () => {
    let held = told(start, 'concern.raised', { ...card, parked: true });
    expect(held.concerns[0]).toMatchObject({ state: 'parked' });
    expect(held.concerns[0]).not.toHaveProperty('openedAt');
    held = told(held, 'concern.opened', { concern: '1' });
    expect(held.concerns[0]).toMatchObject({ state: 'open', openedAt: '2026-11-21T18:01:00.000Z' });
    held = told(held, 'concern.rested', { concern: '1' }, null);
    expect(held.concerns[0]).toMatchObject({ state: 'parked', restedAt: '2026-11-21T18:02:00.000Z' });
    expect(told(held, 'concern.opened', { concern: '1' }).concerns[0]).not.toHaveProperty('restedAt');
  });

  it('leaves no word of what was taken back', () => {
    const held = told(told(start, 'concern.raised', { ...card, parked: false }), 'concern.withdrawn', { concern: '1' });
    expect(held.concerns).toEqual([
      { concern: '1', author: SAM, raisedAt: '2026-11-21T18:00:00.000Z', state: 'withdrawn', withdrawnAt: '2026-11-21T18:01:00.000Z' },
    ]);
  });

  it('keeps drafts apart, also when the shared space is gone', () => {
    let held = told(start, 'concern.kept', { concern: '2', saw: 'First.' }, ALEX, 'mine');
    held = told(held, 'concern.kept', { concern: '2', saw: 'Then.', felt: 'Sad.' }, ALEX, 'mine');
    expect(held.concernDrafts).toEqual([{ concern: '2', saw: 'Then.', felt: 'Sad.', keptAt: '2026-11-21T18:01:00.000Z' }]);
    held = told(held, 'concern.raised', { ...card, parked: false });
    expect(withoutOurs(held)).toMatchObject({ concerns: [], dueConcerns: [], concernDrafts: [{ concern: '2' }] });
    expect(told(held, 'concern.discarded', { concern: '2' }, ALEX, 'mine').concernDrafts).toEqual([]);
  });

  it('takes both lists from a snapshot', () => {
    const snapshot = { now: '', streams: {}, timeouts: [], concerns: [{ concern: '1' }], concernDrafts: [{ concern: '2' }] } as unknown as Snapshot;
    expect(fromSnapshot(start, snapshot)).toMatchObject({ concerns: [{ concern: '1' }], concernDrafts: [{ concern: '2' }] });
  });
});
