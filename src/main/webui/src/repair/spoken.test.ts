import { beforeAll, describe, expect, it } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import type { HavenEvent } from '../protocol/types';
import { loadInnerWords } from '../words/words.svelte';
import { spokenRepair } from './spoken';

const AT = '2026-11-21T18:00:00.000Z';
const held = nothingHeld('sam');

function event(kind: string, data: object, by: string | null = 'alex'): HavenEvent {
  return { type: 'event', stream: 'ours', epoch: 'e', seq: 1, command: 'c', at: AT, by, kind, data } as HavenEvent;
}
const offered = event('repair.offered', { repair: 'r', thread: 'r', phrase: 'start_over' });

describe('what a screen reader says of a repair', () => {
  beforeAll(loadInnerWords);

  it('is who says what', () => {
    expect(spokenRepair(offered, held, 'Alex')).toBe('From Alex: Can we start over?');
    expect(spokenRepair(event('repair.answered', { repair: 'r', answer: 'not_yet' }), held, 'Alex')).toBe('From Alex: Not yet');
  });

  it('is that a time has come', () => {
    expect(spokenRepair(event('repair.due', { repair: 'r' }, null), held, 'Alex')).toMatch(/You asked for time/);
    expect(spokenRepair(event('repair.followUpDue', { thread: 'r' }, null), held, 'Alex')).toMatch(/Alex would like/);
  });

  it('is nothing of ones own steps, and nothing while it is muted', () => {
    expect(spokenRepair({ ...offered, by: 'sam' } as HavenEvent, held, 'Alex')).toBeUndefined();
    expect(spokenRepair(offered, { ...held, repairsMuted: true }, 'Alex')).toBeUndefined();
  });
});
