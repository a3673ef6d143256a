import { describe, expect, it } from 'vitest';
import { commandOf } from './command';

const me = { id: 'me', couple: { id: 'couple' } };
const mine = { timeout: 't1', caller: 'me' };
const theirs = { timeout: 't2', caller: 'them' };

describe('a button on a notification', () => {
  it('hears a break that was called, under the id of the notification', () => {
    expect(commandOf('hear', 'id', me, { timeouts: [mine, theirs] })).toEqual({
      type: 'command', id: 'id', couple: 'couple', kind: 'timeout.acknowledge', data: { timeout: 't2' },
    });
  });

  it('returns from one’s own', () => {
    expect(commandOf('back', 'id', me, { timeouts: [theirs, mine] })).toEqual({
      type: 'command', id: 'id', couple: 'couple', kind: 'timeout.return', data: { timeout: 't1' },
    });
  });

  it('does nothing where it was done or is over', () => {
    expect(commandOf('hear', 'id', me, { timeouts: [{ ...theirs, acknowledgedAt: 'then' }] })).toBeUndefined();
    expect(commandOf('hear', 'id', me, { timeouts: [mine] })).toBeUndefined();
    expect(commandOf('back', 'id', me, { timeouts: [theirs] })).toBeUndefined();
    expect(commandOf('back', 'id', { ...me, couple: null }, { timeouts: [mine] })).toBeUndefined();
  });
});
