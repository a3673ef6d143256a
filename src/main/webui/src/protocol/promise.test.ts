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
const AT = (minute: number) => `2026-11-21T18:0${minute}:00.000Z`;
const DUE = '2026-11-28T19:00:00.000Z';
const made = { promise: '1', words: 'I call the plumber.', due: DUE, on: '2026-11-28' };

function told(held: Held, kind: string, data: object, by: string | null = SAM, more: { stream?: 'ours' | 'mine'; at?: string } = {}): Held {
  const stream = more.stream ?? 'ours';
  const { epoch, seq } = held.positions[stream]!;
  const at = more.at ?? AT(seq);
  const step = apply(held, { type: 'event', stream, epoch, seq: seq + 1, command: 'x', at, by, kind, data } as unknown as HavenEvent);
  if (typeof step === 'string') throw new Error(step);
  return step.held;
}

describe('folding promises', () => {
  it('gives what the server reads, from the first word to the thanks', () => {
    let held = told(start, 'promise.made', { ...made, from: { kind: 'repair', id: 'r' } });
    expect(held.promises).toEqual([
      {
        promise: '1', maker: SAM, madeAt: AT(0), state: 'open', from: { kind: 'repair', id: 'r' },
        versions: [{ at: AT(0), words: 'I call the plumber.', due: DUE, on: '2026-11-28' }],
      },
    ]);
    held = told(held, 'promise.changed', { promise: '1', words: 'I call on Monday.', due: DUE, withNotice: true });
    expect(held.promises[0]?.versions).toHaveLength(2);
    expect(held.promises[0]?.versions[1]).toEqual({ at: AT(1), words: 'I call on Monday.', due: DUE, withNotice: true });
    held = told(held, 'promise.kept', { promise: '1' });
    expect(held.promises[0]).toMatchObject({ state: 'kept', keptAt: AT(2) });
    expect(told(held, 'promise.thanked', { promise: '1' }, ALEX).promises[0]).not.toHaveProperty('thanks');
    held = told(held, 'promise.thanked', { promise: '1', words: 'That helped.' }, ALEX);
    expect(held.promises[0]).toMatchObject({ state: 'kept', thankedAt: AT(3), thanks: 'That helped.' });
  });

  it('keeps the word with which one was let go', () => {
    const held = told(told(start, 'promise.made', made), 'promise.letGo', { promise: '1', words: 'I can’t now.' });
    expect(held.promises[0]).toMatchObject({ state: 'let_go', letGoAt: AT(1), lastWords: 'I can’t now.' });
  });

  it('is the same after a reminder: nothing says that it was not kept', () => {
    const held = told(start, 'promise.made', made, ALEX);
    for (const kind of ['promise.soon', 'promise.due']) {
      expect(told(held, kind, { promise: '1' }, null, { stream: 'mine' }).promises).toEqual(held.promises);
    }
  });

  it('lets settled ones go after a week, and open ones stay', () => {
    let held = told(told(start, 'promise.made', made), 'promise.kept', { promise: '1' });
    held = told(held, 'promise.made', { ...made, promise: '2' });
    expect(held.promises.map((one) => one.promise)).toEqual(['2', '1']);
    held = told(held, 'promise.made', { ...made, promise: '3' }, ALEX, { at: '2026-12-21T18:00:00.000Z' });
    expect(held.promises.map((one) => one.promise)).toEqual(['3', '2']);
  });

  it('goes with the space it was made in, and comes with the snapshot', () => {
    const held = told(start, 'promise.made', made);
    expect(withoutOurs(held).promises).toEqual([]);
    const snapshot = { now: AT(5), streams: held.positions, timeouts: [], promises: held.promises } as unknown as Snapshot;
    expect(fromSnapshot(start, snapshot).promises).toEqual(held.promises);
  });
});
