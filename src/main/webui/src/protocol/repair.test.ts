import { describe, expect, it } from 'vitest';
import { fold, fromSnapshot, nothingHeld, withoutOurs, type Held } from './fold';
import type { HavenEvent, Snapshot } from './types';

const AT = '2026-11-21T18:00:00.000Z';
const LATER = '2026-11-21T19:00:00.000Z';
const empty: Held = { ...nothingHeld('sam'), couple: 'c' };

function event(kind: string, data: object, by: string | null = 'alex', at = AT): HavenEvent {
  return { type: 'event', stream: 'ours', epoch: 'e', seq: 1, command: 'c', at, by, kind, data } as HavenEvent;
}
const offered = event('repair.offered', { repair: 'r', thread: 'r', words: 'I was loud.', asks: true });

describe('folding repairs', () => {
  it('keeps an attempt with who gave it and when', () => {
    expect(fold(empty, offered).repairs).toEqual([{ repair: 'r', thread: 'r', words: 'I was loud.', asks: true, giver: 'alex', offeredAt: AT }]);
  });

  it('lets an answer take the place of an earlier one', () => {
    const time = event('repair.answered', { repair: 'r', answer: 'need_time', until: LATER, words: 'Tonight.' }, 'sam');
    const yes = event('repair.answered', { repair: 'r', answer: 'accepted' }, 'sam', LATER);
    const held = [offered, time].reduce(fold, empty);
    expect(held.repairs[0]).toMatchObject({ answer: 'need_time', until: LATER, answerWords: 'Tonight.' });
    expect(fold(held, yes).repairs[0]).toMatchObject({ answer: 'accepted', answeredAt: LATER, until: undefined, answerWords: undefined });
  });

  it('leaves only the times of what was taken back', () => {
    const held = [offered, event('repair.withdrawn', { repair: 'r' }, 'alex', LATER)].reduce(fold, empty);
    expect(held.repairs).toEqual([{ repair: 'r', thread: 'r', giver: 'alex', offeredAt: AT, withdrawnAt: LATER }]);
  });

  it('keeps a follow-up until it is ended', () => {
    const asked = fold(empty, event('repair.followUpAsked', { thread: 'r', giver: 'alex', days: 7 }, 'sam'));
    expect(asked.followUps).toEqual([{ thread: 'r', giver: 'alex', days: 7, askedAt: AT }]);
    expect(fold(asked, event('repair.followUpAsked', { thread: 'r', giver: 'alex', days: 3 }, 'sam', LATER)).followUps).toHaveLength(1);
    expect(fold(asked, event('repair.followUpEnded', { thread: 'r' }, 'sam')).followUps).toEqual([]);
  });

  it('lets go of old threads that nothing holds', () => {
    const old = fold(empty, event('repair.offered', { repair: 'old', thread: 'old', phrase: 'sorry' }, 'alex', '2026-11-01T18:00:00.000Z'));
    expect(fold(old, offered).repairs.map((one) => one.repair)).toEqual(['r']);
    const asked = fold(old, event('repair.followUpAsked', { thread: 'old', giver: 'alex', days: 30 }, 'sam'));
    expect(fold(asked, offered).repairs.map((one) => one.repair)).toEqual(['r', 'old']);
  });

  it('starts from a snapshot and drops what was shared when the space closes', () => {
    const snapshot = { now: AT, streams: {}, timeouts: [], repairs: fold(empty, offered).repairs, repairsMuted: true, repairTimelineShared: true };
    const held = fromSnapshot(empty, snapshot as Snapshot);
    expect([held.repairs.length, held.repairsMuted, held.repairTimelineShared]).toEqual([1, true, true]);
    const left = withoutOurs(held);
    expect([left.repairs.length, left.repairsMuted, left.repairTimelineShared]).toEqual([0, true, false]);
  });

  it('keeps what this person wishes', () => {
    expect(fold(empty, event('repair.muteChanged', { muted: true }, 'sam')).repairsMuted).toBe(true);
    expect(fold(empty, event('repair.timelineShared', { couple: 'c', shared: true }, 'sam')).repairTimelineShared).toBe(true);
  });
});
