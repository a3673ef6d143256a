import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import { session } from '../protocol/session.svelte';
import { loadInnerWords, loadWords, t } from '../words/words.svelte';
import Reached from './Reached.svelte';

const remindedAt = new Date(Date.now() - 60_000).toISOString();

beforeAll(async () => {
  await loadWords('en');
  await loadInnerWords();
});

afterEach(() => {
  session.held = nothingHeld('');
  vi.restoreAllMocks();
});

describe('what reached the home page of agreements', () => {
  it('is the reminder that came, in its own words, until it is put away', () => {
    const remember = vi.spyOn(session, 'remember').mockReturnValue(undefined);
    session.held = {
      ...nothingHeld('alex'),
      agreements: [
        { agreement: '1', kind: 'need', state: 'in_force', author: 'sam', proposedAt: remindedAt, holds: 1, versions: [], hash: 'h', intact: true },
      ],
      agreementReminders: [{ agreement: '1', words: 'Tea at eight.', times: ['08:00'], weekdays: ['monday'], remindedAt }],
    };
    render(Reached);
    expect(screen.queryByText('Tea at eight.')).not.toBeNull();
    screen.getByRole('link', { name: t('agreement.openOne') });
    screen.getByRole('button', { name: t('signal.read') }).click();
    expect(remember).toHaveBeenCalledWith('agreement.reminded.1', remindedAt);
  });
});
