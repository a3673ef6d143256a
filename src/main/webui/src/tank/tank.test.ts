import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FORM, writing, type Writing } from '../concern/concerns';
import { nothingHeld } from '../protocol/fold';
import { session } from '../protocol/session.svelte';
import { loadInnerWords, t } from '../words/words.svelte';
import { markRaised, raise } from './raise';
import Tank from './Tank.svelte';

beforeAll(() => loadInnerWords());
afterEach(() => vi.restoreAllMocks());

const bag = { resentment: 'r', words: 'The bag.', about: 'Home', keptAt: '2026-11-21T18:00:00.000Z' };

function sent() {
  return vi.spyOn(session, 'send').mockResolvedValue({ type: 'ok' } as never);
}

/** What is remembered on the device, without a browser's store behind it. */
function remembering(): Map<string, unknown> {
  const values = new Map<string, unknown>();
  vi.spyOn(session, 'remember').mockImplementation((key, value) => void (value === undefined ? values.delete(key) : values.set(key, value)));
  vi.spyOn(session, 'recall').mockImplementation((key) => values.get(key) as never);
  return values;
}

describe('small things', () => {
  it('are there alone too, with no way to raise them', () => {
    session.held = { ...nothingHeld('sam'), tank: [bag] };
    render(Tank);
    expect(screen.getByText('The bag.')).toBeTruthy();
    expect(screen.getByText('Home')).toBeTruthy();
    expect(screen.queryByText(t('tank.raise'))).toBeNull();
  });

  it('say that nothing is a fine state', () => {
    session.held = nothingHeld('sam');
    render(Tank);
    expect(screen.getByText(t('tank.empty'))).toBeTruthy();
  });

  it('become the start of a concern and no part of its address', () => {
    const values = remembering();
    const send = sent();
    raise(bag);
    expect(values.get(FORM)).toMatchObject({ saw: 'The bag.', step: 0 });
    expect(location.pathname + location.search + location.hash).toBe('/concern/write');
    expect(send).not.toHaveBeenCalled();
  });

  it('leave what was begun before as a draft', () => {
    const values = remembering();
    values.set(FORM, writing('c', { saw: 'Other words.' }));
    const send = sent();
    raise(bag);
    expect(send).toHaveBeenCalledExactlyOnceWith('concern.keep', { concern: 'c', saw: 'Other words.' });
  });

  it('are marked once their concern is sent, and only those that are still kept', () => {
    const values = remembering();
    const send = sent();
    session.held = { ...nothingHeld('sam'), tank: [bag] };
    raise(bag);
    const { concern } = values.get(FORM) as Writing;
    markRaised('another');
    expect(send).not.toHaveBeenCalled();
    markRaised(concern);
    expect(send).toHaveBeenCalledExactlyOnceWith('tank.raise', { resentment: 'r' });
    values.delete(FORM);
    raise(bag);
    session.held = nothingHeld('sam');
    markRaised((values.get(FORM) as Writing).concern);
    expect(send).toHaveBeenCalledOnce();
  });
});
