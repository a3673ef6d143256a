import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '../protocol/session.svelte';
import { loadInnerWords, loadWords, t } from '../words/words.svelte';
import Landing from './Landing.svelte';

beforeEach(async () => {
  await loadWords('en');
    await loadInnerWords();
  session.stage = 'signed-out';
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  session.leaving = 'no';
  session.erased = false;
});

describe('the first page', () => {
  it('offers no sign-in while a sign-out is not finished, and goes on trying to finish it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const finish = vi.spyOn(session, 'finishLeaving').mockImplementation(() => {
      session.leaving = 'no';
      return Promise.resolve();
    });
    session.leaving = 'later';
    render(Landing);
    expect(screen.getByText(t('landing.leaving'))).toBeTruthy();
    expect(screen.queryByText(t('landing.signIn'))).toBeNull();
    vi.advanceTimersByTime(60_000);
    await tick();
    expect(finish).toHaveBeenCalled();
    expect(screen.queryByText(t('landing.leaving'))).toBeNull();
    expect(screen.getByText(t('landing.signIn'))).toBeTruthy();
    const times = finish.mock.calls.length;
    vi.advanceTimersByTime(60_000);
    expect(finish).toHaveBeenCalledTimes(times);
  });

  it('says that an account is erased', () => {
    session.erased = true;
    render(Landing);
    expect(screen.getByText(t('landing.erased'))).toBeTruthy();
  });
});
