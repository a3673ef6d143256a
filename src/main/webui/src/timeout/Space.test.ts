import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import { session } from '../protocol/session.svelte';
import type { Me } from '../protocol/types';
import { loadInnerWords, loadWords } from '../words/words.svelte';
import Space from './Space.svelte';

const me: Me = {
  id: 'alex', displayName: 'Alex', pronouns: null, timeZone: 'Europe/Berlin', locale: 'en', quietHours: null, welcomed: true,
  couple: { id: 'c', since: '2026-11-01T00:00:00.000Z', partner: { id: 'sam', displayName: 'Sam', pronouns: null } },
};

describe('the sentence the partner reads first', () => {
  beforeEach(() => {
    session.me = me;
    session.held = { ...nothingHeld('alex'), couple: 'c' };
    session.remember('form.space', undefined);
  });

  it.each([
    ['en', 'The box is empty, so Sam reads: “I need a short break. It isn\'t about you. I\'m coming back.”'],
    ['de', 'Das Feld ist leer, darum liest Sam: „Ich brauche eine kurze Pause. Es liegt nicht an dir. Ich komme zurück.“'],
  ] as const)('is said in %s when the box is emptied, and only then', async (language, line) => {
    await loadWords(language);
    await loadInnerWords();
    const { container } = render(Space);
    await fireEvent.click(screen.getByText(language === 'en' ? 'Change these words' : 'Diese Worte ändern'));
    expect(screen.queryByText(line)).toBeNull();
    await fireEvent.input(container.querySelector('textarea')!, { target: { value: '  ' } });
    expect(screen.getByText(line)).toBeTruthy();
    await fireEvent.input(container.querySelector('textarea')!, { target: { value: 'Back soon.' } });
    expect(screen.queryByText(line)).toBeNull();
  });
});
