import { beforeAll, describe, expect, it } from 'vitest';
import { nothingHeld, type Held } from '../protocol/fold';
import type { HavenEvent } from '../protocol/types';
import { loadInnerWords } from '../words/words.svelte';
import { spokenBid } from './spoken';

const AT = '2026-11-21T18:00:00.000Z';
const held: Held = { ...nothingHeld('sam'), bids: [{ bid: 'b', sender: 'alex', madeAt: AT, kind: 'hug' }] };

function event(kind: string, data: object, by: string | null = 'alex'): HavenEvent {
  return { type: 'event', stream: 'ours', epoch: 'e', seq: 1, command: 'c', at: AT, by, kind, data } as HavenEvent;
}
const made = event('bid.made', { bid: 'b', kind: 'hug' });

describe('what a screen reader says of a bid', () => {
  beforeAll(loadInnerWords);

  it('is who reaches out, and for what', () => {
    expect(spokenBid(made, held, 'Alex')).toBe("From Alex: I'd like a hug");
  });

  it('is the answer', () => {
    expect(spokenBid(event('bid.answered', { bid: 'b', answer: 'not_now' }), held, 'Alex')).toBe('From Alex: Not now');
  });

  it('is that the time said with later has come', () => {
    expect(spokenBid(event('bid.due', { bid: 'b' }, null), held, 'Alex')).toMatch(/come back to this/);
  });

  it('is nothing of what is muted, of ones own steps, and of what fades', () => {
    expect(spokenBid(made, { ...held, muted: ['hug'] }, 'Alex')).toBeUndefined();
    expect(spokenBid({ ...made, by: 'sam' } as HavenEvent, held, 'Alex')).toBeUndefined();
    expect(spokenBid(event('bid.faded', { bid: 'b' }, null), held, 'Alex')).toBeUndefined();
  });
});
