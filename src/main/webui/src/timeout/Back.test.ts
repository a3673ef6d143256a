import { render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import { session } from '../protocol/session.svelte';
import type { TimeoutView } from '../protocol/types';
import { loadInnerWords, loadWords } from '../words/words.svelte';
import Back from './Back.svelte';

const minutes = (n: number) => new Date(Date.now() + n * 60_000).toISOString();
const theirs: TimeoutView = {
  timeout: 'a', caller: 'alex', calledAt: minutes(-30), returnAt: minutes(5), reassurance: 'I am coming back.', notes: [],
};
const back: TimeoutView = { ...theirs, ending: 'returned', endedAt: minutes(-10), when: 'early', talkAt: minutes(90), endingWords: 'Tea?' };
const mine: TimeoutView = { ...theirs, timeout: 's', caller: 'sam', calledAt: minutes(-20) };
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('the page after a break', () => {
  beforeEach(async () => {
    await loadWords('en');
    await loadInnerWords();
    const partner = { id: 'alex', displayName: 'Alex', pronouns: null };
    session.me = {
      id: 'sam', displayName: 'Sam', pronouns: null, timeZone: 'Europe/Berlin', locale: 'en', quietHours: null, welcomed: true,
      couple: { id: 'c', since: minutes(-9_999), partner },
    };
  });

  function open(...timeouts: TimeoutView[]): void {
    session.held = { ...nothingHeld('sam'), couple: 'c', timeouts };
    render(Back);
  }

  it('says that both are here only when neither is on a break', () => {
    open({ ...back, talkAt: undefined });
    expect(heading()).toBe('You are both here. Who would like to start?');
  });

  it("tells of the other's return, words and talk while the own break runs", () => {
    open(mine, back);
    expect(heading()).toMatch(/^Alex came back .*\d\d:\d\d\.$/);
    expect(screen.getByText(/^You talk /)).toBeTruthy();
    expect(screen.getByText('“Tea?”')).toBeTruthy();
    expect(screen.queryByText(/both here/)).toBeNull();
  });

  it('says that the other is still away to the one who came back first', () => {
    open(theirs, { ...mine, ending: 'returned', endedAt: minutes(-1) });
    expect(heading()).toBe('Alex is taking space');
  });
});
