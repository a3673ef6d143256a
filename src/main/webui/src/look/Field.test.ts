import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { loadInnerWords, loadWords, t } from '../words/words.svelte';
import Field from './Field.svelte';

const children = createRawSnippet<[{ id: string; maxlength: number | undefined }]>((field) => ({
  render: () => `<input id="${field().id}" maxlength="${field().maxlength}" />`,
}));

describe('a field', () => {
  it('says that no more fits once it is full, and not before', async () => {
    await loadWords('en');
    await loadInnerWords();
    const view = render(Field, { label: 'Words', most: 5, typed: 'four', children });
    expect(screen.getByLabelText('Words').getAttribute('maxlength')).toBe('5');
    expect(screen.getByRole('status').textContent).toBe('');
    await view.rerender({ typed: 'fives' });
    expect(screen.getByRole('status').textContent).toBe(t('field.full', { n: 5 }));
    await view.rerender({ typed: '' });
    expect(screen.getByRole('status').textContent).toBe('');
  });
});
