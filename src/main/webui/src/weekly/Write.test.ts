import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import { session } from '../protocol/session.svelte';
import type { Me } from '../protocol/types';
import type { WeeklyDraftView, WeeklyView } from '../protocol/weekly';
import { loadInnerWords, loadWords } from '../words/words.svelte';
import Write from './Write.svelte';
import { typedKey } from './weeklies';

const AT = '2026-11-22T17:30:00.000Z';
const weekly: WeeklyView = { weekly: 'w', at: AT, form: 'hour', openedAt: '2026-11-21T17:30:00.000Z', state: 'open' };
const draft: WeeklyDraftView = { weekly: 'w', couple: 'c', appreciations: ['Soup.'], ready: false, keptAt: AT };
const me: Me = {
  id: 'alex', displayName: 'Alex', pronouns: null, timeZone: 'Europe/Berlin', locale: 'en', quietHours: null, welcomed: true,
  couple: { id: 'c', since: '2026-11-01T00:00:00.000Z', partner: { id: 'sam', displayName: 'Sam', pronouns: null } },
};

const send = vi.spyOn(session, 'send').mockResolvedValue({ type: 'ok' });
const sent = () => send.mock.calls.map(([kind, data]) => [kind, data]);
const hold = (...weeklyDrafts: WeeklyDraftView[]) => (session.held = { ...nothingHeld('alex'), couple: 'c', weeklies: [weekly], weeklyDrafts });
const box = () => document.querySelector('textarea')!;
const type = (value: string) => fireEvent.input(box(), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(async () => {
  await loadWords('en');
  await loadInnerWords();
  session.me = me;
  vi.stubGlobal('scrollTo', () => {});
  hold();
});
afterEach(() => {
  session.remember(typedKey('w'), undefined);
  send.mockClear();
});

describe('writing for a week', () => {
  it('hands over a part once, when it is done with', async () => {
    render(Write);
    await type('Soup.');
    expect(sent()).toEqual([]);
    await press('Next');
    await press('Next');
    await press('One step back');
    expect(sent()).toEqual([['weekly.keep', { weekly: 'w', couple: 'c', appreciations: ['Soup.'] }]]);
  });

  it('goes on from the last letter, and at the same part, after a reload', async () => {
    const before = render(Write);
    await type('Soup.');
    await press('Next');
    await type('We ate tog');
    before.unmount();
    render(Write);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('What went well this week?');
    expect(box().value).toBe('We ate tog');
  });

  it('goes on from what another device kept since', async () => {
    const before = render(Write);
    await type('Soup.');
    await press('Next');
    before.unmount();
    hold({ ...draft, appreciations: ['Soup.'], wentWell: 'We ate together.' });
    render(Write);
    expect(box().value).toBe('We ate together.');
  });

  it('asks for one answer before it can be ready, then keeps it and says ready, in this order', async () => {
    render(Write);
    for (let part = 0; part < 6; part++) await press('Next');
    await press('I am ready');
    expect(screen.getByRole('alert').textContent).toBe('One answer is enough, but it takes one.');
    await fireEvent.click(screen.getByRole('button', { name: /^Change.*What went well$/ }));
    await type('We ate together.');
    for (let part = 1; part < 6; part++) await press('Next');
    await press('I am ready');
    await vi.waitFor(() => expect(sent().map(([kind]) => kind)).toEqual(['weekly.keep', 'weekly.ready']));
    expect(session.recall(typedKey('w'))).toBeUndefined();
  });

  it('shows one who is ready their own answers and nothing of the other', () => {
    hold({ ...draft, ready: true });
    const { container } = render(Write);
    expect(container.textContent).toContain('They open when you are both ready.');
    expect(container.textContent).toContain('Soup.');
    expect(container.textContent?.match(/[^.]*Sam[^.]*\./g)).toEqual([' Sam is told nothing.']);
  });
});
