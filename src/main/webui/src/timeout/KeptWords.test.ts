import { render, screen } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import { session } from '../protocol/session.svelte';
import { loadInnerWords } from '../words/words.svelte';
import KeptWords from './KeptWords.svelte';

const kept = (draft: string, timeout: string, words: string) => ({ draft, timeout, words, keptAt: '2026-11-21T18:00:00.000Z' });

describe('words for later', () => {
  beforeAll(loadInnerWords);

  it('are all there without a couple, whatever became of their time-outs', () => {
    session.held = { ...nothingHeld('sam'), drafts: [kept('d2', 't2', 'Second.'), kept('d1', 't1', 'First.')] };
    render(KeptWords);
    expect(screen.getByText('Words for later')).toBeTruthy();
    expect(screen.getAllByText(/First\.|Second\./)).toHaveLength(2);
    expect(screen.getAllByText(/^Kept .*\d\d:\d\d$/)).toHaveLength(2);
    expect(screen.getAllByText('Let these go')).toHaveLength(2);
  });

  it('say nothing where none are kept', () => {
    session.held = nothingHeld('sam');
    render(KeptWords);
    expect(screen.queryByText('Words for later')).toBeNull();
  });
});
