import { describe, expect, it } from 'vitest';
import { nothingHeld, type Held } from '../protocol/fold';
import type { BidView, TimeoutView } from '../protocol/types';
import { dateField, instant, reachedMe, unreadAnswers } from './bids';

const NOW = Date.parse('2026-11-21T18:00:00.000Z');
const SAM = 'sam';

function bid(id: string, more: Partial<BidView> = {}): BidView {
  return { bid: id, sender: 'alex', madeAt: '2026-11-21T17:00:00.000Z', kind: 'hug', ...more };
}
const holding = (bids: BidView[], more: Partial<Held> = {}): Held => ({ ...nothingHeld(SAM), couple: 'c', bids, ...more });
const ids = (held: Held) => reachedMe(held, NOW).map((one) => one.bid);

describe('what reached me', () => {
  it('is what the other sent and has no answer, also when it faded', () => {
    const held = holding([bid('open'), bid('faded', { fadedAt: '2026-11-21T17:30:00.000Z' }), bid('mine', { sender: SAM })]);
    expect(ids(held)).toEqual(['open', 'faded']);
  });

  it('is nothing that was answered or taken back', () => {
    expect(ids(holding([bid('yes', { answer: 'toward' }), bid('no', { answer: 'not_now' }), bid('gone', { withdrawnAt: '2026-11-21T17:30:00.000Z' })]))).toEqual([]);
  });

  it('begins with what I said later to, the time that has come first', () => {
    const held = holding([bid('open'), bid('later', { answer: 'later' }), bid('due', { answer: 'later' })], { dueBids: ['due'] });
    expect(ids(held)).toEqual(['due', 'later', 'open']);
  });

  it('keeps good news up for a day, whatever was answered', () => {
    const news = bid('news', { kind: 'good_news', answer: 'toward' });
    expect(ids(holding([news]))).toEqual(['news']);
    expect(ids(holding([{ ...news, madeAt: '2026-11-20T18:00:00.000Z' }]))).toEqual([]);
  });

  it('shows no kind that is muted', () => {
    expect(ids(holding([bid('hug'), bid('talk', { kind: 'talk' })], { muted: ['hug'] }))).toEqual(['talk']);
  });

  it('shows nothing playful while a time-out is open', () => {
    const bids = [bid('play', { kind: 'play' }), bid('hug')];
    const timeout = { timeout: 't' } as TimeoutView;
    expect(ids(holding(bids, { timeouts: [timeout] }))).toEqual(['hug']);
    expect(ids(holding(bids, { timeouts: [{ ...timeout, ending: 'returned' }] }))).toEqual(['play', 'hug']);
  });
});

describe('answers to what I sent', () => {
  it('stand until they are put away on this device, and once more when they change', () => {
    const held = holding([bid('b', { sender: SAM, answer: 'later', answeredAt: '1' }), bid('quiet', { sender: SAM })]);
    expect(unreadAnswers(held, () => undefined).map((one) => one.bid)).toEqual(['b']);
    expect(unreadAnswers(held, () => '1')).toEqual([]);
    expect(unreadAnswers(held, () => '0')).toHaveLength(1);
  });
});

describe('a day and a time of day', () => {
  it('are read back as they were typed', () => {
    const at = instant('2026-11-21', '20:05');
    expect(dateField(at)).toBe('2026-11-21');
    expect(new Date(at).getHours()).toBe(20);
  });
});
