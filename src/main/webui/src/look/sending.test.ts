import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../protocol/device';
import type { Outcome } from '../protocol/outbox';
import { session } from '../protocol/session.svelte';
import type { Problem } from '../protocol/types';
import { sending } from './sending.svelte';

const entry = (problem?: Problem): Entry => ({
  command: { type: 'command', id: '1', couple: 'c', kind: 'signal.send', data: { signal: 'slower' } },
  madeAt: 0,
  ...(problem && { problem }),
});
const answered = (outcome: Outcome) => vi.spyOn(session, 'send').mockResolvedValue(outcome);

afterEach(() => {
  vi.restoreAllMocks();
  session.pending = [];
});

describe('what is told of a command', () => {
  it('made offline changes when it has gone', async () => {
    answered({ type: 'waiting' });
    const way = sending('signal.send');
    expect(way.outcome).toBeUndefined();
    session.pending = [entry()];
    await way.send({ signal: 'slower' });
    expect(way.outcome).toBe('waiting');
    session.pending = [];
    expect(way.outcome).toBe('ok');
  });

  it('made offline changes when it is refused later', async () => {
    answered({ type: 'waiting' });
    const way = sending('signal.send');
    session.pending = [entry()];
    await way.send({ signal: 'slower' });
    session.pending = [entry({ status: 409, code: 'not-paired' })];
    expect(way.outcome).toBe('refused');
    expect(way.problem?.code).toBe('not-paired');
  });

  it('answered at once is the answer', async () => {
    answered({ type: 'ok' });
    const way = sending('signal.send');
    await way.send({ signal: 'slower' });
    expect(way.outcome).toBe('ok');
  });
});
