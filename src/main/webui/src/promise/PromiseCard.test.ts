import { render, screen } from '@testing-library/svelte';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PromiseView } from '../protocol/promise';
import { session } from '../protocol/session.svelte';
import { loadInnerWords, loadWords, t } from '../words/words.svelte';
import PromiseCard from './PromiseCard.svelte';

const HOUR = 3_600_000;
const ahead = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const promise = (more: Partial<PromiseView>): PromiseView => ({
  promise: '1', maker: 'sam', madeAt: ahead(-2), state: 'open', versions: [{ at: ahead(-2), words: 'I make tea.', due: ahead(48) }], ...more,
});
const button = (name: string) => screen.queryByRole('button', { name });

beforeAll(async () => {
  await loadWords('en');
  await loadInnerWords();
});

describe('the card of a promise', () => {
  it('lets nobody but its maker keep it, change it or let it go', () => {
    const view = render(PromiseCard, { promise: promise({}) });
    for (const act of [t('promise.keep'), t('promise.change'), t('promise.letGo'), t('promise.thank')]) expect(button(act)).toBeNull();
    view.unmount();
    render(PromiseCard, { promise: promise({ maker: session.held.person }) });
    for (const act of [t('promise.keep'), t('promise.change'), t('promise.letGo')]) expect(button(act)).not.toBeNull();
    expect(button(t('promise.thank'))).toBeNull();
  });

  it('says nothing of a time of the other that has passed', () => {
    const over = promise({ versions: [{ at: ahead(-9), words: 'I make tea.', due: ahead(-1) }] });
    const view = render(PromiseCard, { promise: over });
    expect(screen.queryByText(t('promise.dueNow'))).toBeNull();
    view.unmount();
    render(PromiseCard, { promise: { ...over, maker: session.held.person } });
    expect(screen.queryByText(t('promise.dueNow'))).not.toBeNull();
  });

  it('offers the thank you once, and shows notice as such', async () => {
    const kept = promise({ state: 'kept', keptAt: ahead(-1) });
    const view = render(PromiseCard, { promise: kept });
    expect(button(t('promise.thank'))).not.toBeNull();
    const changed = { at: ahead(-2), words: 'Cake.', due: ahead(48), withNotice: true };
    await view.rerender({ promise: { ...kept, thankedAt: ahead(0), versions: [...kept.versions, changed] } });
    expect(button(t('promise.thank'))).toBeNull();
    expect(screen.queryByText(/^Changed with notice/)).not.toBeNull();
    expect(screen.queryByText(t('promise.before'))).not.toBeNull();
  });
});
