import { beforeAll, describe, expect, it } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import type { HavenEvent } from '../protocol/types';
import { loadInnerWords, loadWords } from '../words/words.svelte';
import { spokenConcern } from './spoken';

const held = nothingHeld('alex');
const event = (kind: string, data: object = {}, by: string | null = 'sam') =>
  ({ kind, by, at: '2026-11-21T18:00:00.000Z', data: { concern: '1', ...data } }) as unknown as HavenEvent;

describe('what a screen reader says of a concern', () => {
  beforeAll(async () => {
    await loadWords('en');
    await loadInnerWords();
  });

  it('says that there is something, and no word of what', () => {
    const line = spokenConcern(event('concern.raised', { saw: 'The dishes.', need: 'Rest.', parked: false }), held, 'Sam');
    expect(line).toContain('Sam raised something.');
    expect(line).not.toMatch(/dishes|Rest/);
  });

  it('is silent about what waits on the list, about drafts, and about what one did oneself', () => {
    expect(spokenConcern(event('concern.raised', { parked: true }), held, 'Sam')).toBeUndefined();
    expect(spokenConcern(event('concern.kept'), held, 'Sam')).toBeUndefined();
    expect(spokenConcern(event('concern.raised', { parked: false }, 'alex'), held, 'Sam')).toBeUndefined();
  });

  it('says what was answered, and that the time asked for has come', () => {
    expect(spokenConcern(event('concern.heard', { words: 'You were tired.' }), held, 'Sam')).toBe('Sam said what they heard.');
    expect(spokenConcern(event('concern.timeNeeded', { until: '2026-11-22T18:00:00.000Z' }), held, 'Sam')).toContain('tomorrow');
    expect(spokenConcern(event('concern.closed', { how: 'enough' }), held, 'Sam')).toBe('Sam says: enough for now.');
    expect(spokenConcern(event('concern.due', {}, null), held, 'Sam')).toContain('good time');
  });
});
