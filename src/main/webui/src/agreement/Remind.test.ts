import { render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import { session } from '../protocol/session.svelte';
import type { AgreementReminderView, AgreementView } from '../protocol/types';
import { loadInnerWords, loadWords, t } from '../words/words.svelte';
import Remind from './Remind.svelte';
import { inAWeek, isPaused, reminded, reminderOf } from './reminders';

const NOW = Date.parse('2026-11-21T18:00:00.000Z');
const holds: AgreementView = {
  agreement: '1', kind: 'need', state: 'in_force', author: 'sam', proposedAt: '2026-11-20T18:00:00.000Z', holds: 1, versions: [], hash: 'h', intact: true,
};
const set: AgreementReminderView = { agreement: '1', words: 'Tea at eight.', times: ['08:00'], weekdays: ['sunday', 'monday'] };
const held = (reminder: AgreementReminderView, agreement = holds) => ({ ...nothingHeld('alex'), agreements: [agreement], agreementReminders: [reminder] });
const button = (name: string) => screen.queryByRole('button', { name });

beforeAll(async () => {
  await loadWords('en');
  await loadInnerWords();
});

afterEach(() => {
  session.held = nothingHeld('');
  vi.restoreAllMocks();
});

describe('a reminder of an agreement', () => {
  it('is there only while the agreement holds', () => {
    expect(reminderOf(held(set), '1')).toEqual(set);
    expect(reminderOf(held(set, { ...holds, state: 'ended' }), '1')).toBeUndefined();
  });

  it('comes to the home page for some hours, until it is put away', () => {
    const remindedAt = '2026-11-21T17:00:00.000Z';
    const came = held({ ...set, remindedAt });
    expect(reminded(came, NOW, () => undefined)).toHaveLength(1);
    expect(reminded(came, NOW, () => remindedAt)).toEqual([]);
    expect(reminded(came, NOW + 12 * 3_600_000, () => undefined)).toEqual([]);
    expect(reminded(held({ ...set, remindedAt }, { ...holds, state: 'ended' }), NOW, () => undefined)).toEqual([]);
  });

  it('is paused until its time, or until its owner says', () => {
    expect(isPaused(set, NOW)).toBe(false);
    expect(isPaused({ ...set, paused: true }, NOW)).toBe(true);
    const week = { ...set, paused: true, pausedUntil: inAWeek(NOW) };
    expect([isPaused(week, NOW), isPaused(week, NOW + 8 * 86_400_000)]).toEqual([true, false]);
  });

  it('shows its words and days, and each way out of it', async () => {
    session.held = held(set);
    const send = vi.spyOn(session, 'send').mockResolvedValue({ type: 'ok' } as Awaited<ReturnType<typeof session.send>>);
    render(Remind, { agreement: '1' });
    expect(screen.queryByText(/Tea at eight/)).not.toBeNull();
    expect(screen.queryByText('Monday, Sunday, 08:00')).not.toBeNull();
    expect(button(t('agreement.remindOpen'))).toBeNull();
    button(t('agreement.remindStop'))!.click();
    await vi.waitFor(() => expect(send).toHaveBeenCalledWith('agreement.remindStop', { agreement: '1' }, undefined));
  });

  it('is offered where there is none, and goes on after a pause', () => {
    session.held = { ...nothingHeld('alex'), agreements: [holds] };
    const view = render(Remind, { agreement: '1' });
    expect(button(t('agreement.remindOpen'))).not.toBeNull();
    view.unmount();
    session.held = held({ ...set, paused: true });
    render(Remind, { agreement: '1' });
    expect(button(t('agreement.remindResume'))).not.toBeNull();
    expect(button(t('agreement.remindPause'))).toBeNull();
  });
});
