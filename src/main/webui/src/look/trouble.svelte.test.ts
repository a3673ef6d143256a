import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { Refused, Unreachable } from '../protocol/rest';
import { session } from '../protocol/session.svelte';
import { trouble } from './trouble.svelte';

function on(screen: () => void): void {
  const leave = $effect.root(screen);
  leave();
}
function connected(is: boolean): void {
  session.status = is ? 'live' : 'connecting';
  flushSync();
}
beforeEach(() => {
  session.online = true;
  connected(false);
});

describe('what went wrong', () => {
  it('for want of an answer is put away when the connection is back, once', () =>
    on(() => {
      let tried = 0;
      const problem = trouble(() => tried++);
      flushSync();
      problem.error = new Unreachable('no answer');
      flushSync();
      expect(problem.error).toBeInstanceOf(Unreachable);
      connected(true);
      expect([problem.error, tried]).toEqual([undefined, 1]);
      connected(false);
      connected(true);
      expect(tried).toBe(1);
    }));

  it('because the server said no stays', () =>
    on(() => {
      const no = new Refused({ status: 409, code: 'conflict' });
      const problem = trouble();
      flushSync();
      problem.error = no;
      connected(true);
      expect(problem.error).toBe(no);
    }));
});
