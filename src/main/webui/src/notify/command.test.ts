import { describe, expect, it } from 'vitest';
import { commandOf } from './command';

const me = { id: 'me', couple: { id: 'couple' } };
const now = '2026-11-21T18:25:00.000Z';
const mine = { timeout: 't1', caller: 'me', returnAt: '2026-11-21T18:30:00.000Z' };
const theirs = { timeout: 't2', caller: 'them', returnAt: '2026-11-21T18:30:00.000Z' };

describe('a button on a notification', () => {
  it('hears a break that was called, under the id of the notification', () => {
    expect(commandOf('hear', 'id', me, { now, timeouts: [mine, theirs] })).toEqual({
      type: 'command', id: 'id', couple: 'couple', kind: 'timeout.acknowledge', data: { timeout: 't2' },
    });
  });

  it('returns from one’s own', () => {
    expect(commandOf('back', 'id', me, { now, timeouts: [theirs, mine] })).toEqual({
      type: 'command', id: 'id', couple: 'couple', kind: 'timeout.return', data: { timeout: 't1' },
    });
  });

  it('ends no newer break than the one it came for', () => {
    expect(commandOf('back', 'id', me, { now, timeouts: [{ ...mine, returnAt: '2026-11-21T18:30:01.000Z' }] })).toBeUndefined();
  });

  it('does nothing where it was done or is over', () => {
    expect(commandOf('hear', 'id', me, { now, timeouts: [{ ...theirs, acknowledgedAt: 'then' }] })).toBeUndefined();
    expect(commandOf('hear', 'id', me, { now, timeouts: [mine] })).toBeUndefined();
    expect(commandOf('back', 'id', me, { now, timeouts: [theirs] })).toBeUndefined();
    expect(commandOf('back', 'id', { ...me, couple: null }, { now, timeouts: [mine] })).toBeUndefined();
  });
});
