import { describe, expect, it } from 'vitest';
import { nothingHeld, type Held } from '../protocol/fold';
import type { FollowUpView, RepairView } from '../protocol/types';
import { dueFollowUps, lastRound, nextRound, reachedMe, restsUntil, unreadAnswers } from './repairs';
import { untilOf } from './until';

const NOW = Date.parse('2026-11-21T18:00:00.000Z');
const DAY = 86_400_000;
const time = (ahead: number) => new Date(NOW + ahead).toISOString();

function repair(id: string, more: Partial<RepairView> = {}): RepairView {
  return { repair: id, thread: id, giver: 'alex', offeredAt: time(-60_000), phrase: 'sorry', ...more };
}
const holding = (repairs: RepairView[], more: Partial<Held> = {}): Held => ({ ...nothingHeld('sam'), couple: 'c', repairs, ...more });
const ids = (held: Held) => reachedMe(held, NOW).map((one) => one.repair);

describe('what reached me', () => {
  it('is what has no answer, and not my own', () => {
    expect(ids(holding([repair('open'), repair('mine', { giver: 'sam' }), repair('yes', { answer: 'accepted' })]))).toEqual(['open']);
  });

  it('begins with the time I asked for once it has come, and leaves it alone until then', () => {
    const due = repair('due', { answer: 'need_time', until: time(-1) });
    const ahead = repair('ahead', { answer: 'need_time', until: time(1) });
    expect(ids(holding([repair('open'), due, ahead]))).toEqual(['due', 'open']);
  });

  it('is nothing that was taken back, and nothing at all while it is muted', () => {
    expect(ids(holding([repair('gone', { withdrawnAt: time(0) })]))).toEqual([]);
    expect(ids(holding([repair('open')], { repairsMuted: true }))).toEqual([]);
  });
});

describe('an answer to me', () => {
  it('stays until this very answer is put away', () => {
    const held = holding([repair('mine', { giver: 'sam', answer: 'not_yet', answeredAt: time(0) })]);
    expect(unreadAnswers(held, () => undefined)).toHaveLength(1);
    expect(unreadAnswers(held, () => time(-1))).toHaveLength(1);
    expect(unreadAnswers(held, () => time(0))).toEqual([]);
  });
});

describe('a follow-up', () => {
  const asked = (more: Partial<FollowUpView> = {}): FollowUpView => ({ thread: 't', giver: 'sam', days: 3, askedAt: time(-7 * DAY), ...more });

  it('comes in whole rounds', () => {
    expect(lastRound(asked({ askedAt: time(-3 * DAY + 1) }), NOW)).toBeUndefined();
    expect(lastRound(asked({ askedAt: time(-3 * DAY) }), NOW)).toBe(NOW);
    expect(lastRound(asked(), NOW)).toBe(NOW - DAY);
    expect(nextRound(asked(), NOW)).toBe(NOW + 2 * DAY);
  });

  it('is shown to the giver alone, once for each round', () => {
    const held = holding([], { followUps: [asked()] });
    expect(dueFollowUps(held, NOW, () => undefined)).toHaveLength(1);
    expect(dueFollowUps(held, NOW, () => NOW - DAY)).toEqual([]);
    expect(dueFollowUps(held, NOW + 3 * DAY, () => NOW - DAY)).toHaveLength(1);
    expect(dueFollowUps({ ...held, person: 'alex' }, NOW, () => undefined)).toEqual([]);
    expect(dueFollowUps({ ...held, repairsMuted: true }, NOW, () => undefined)).toEqual([]);
  });
});

describe('time that is asked for', () => {
  it('lets the thread rest until the last of it', () => {
    expect(restsUntil([repair('a', { until: time(-1) }), repair('b')], NOW)).toBeUndefined();
    expect(restsUntil([repair('a', { until: time(5) }), repair('b', { until: time(9) })], NOW)).toBe(time(9));
  });

  it('is an hour, a morning, or a day and a time of ones own', () => {
    expect(untilOf('hour', '', '', NOW)).toBe(NOW + 3_600_000);
    for (const [choice, days] of [['tomorrow', 1], ['days', 3]] as const) {
      const at = new Date(untilOf(choice, '', '', NOW));
      expect([at.getHours(), at.getDate()]).toEqual([9, new Date(NOW + days * DAY).getDate()]);
    }
    expect(untilOf('other', '2026-11-25', '20:00', NOW)).toBe(new Date('2026-11-25T20:00').getTime());
    expect(untilOf('other', '', '', NOW)).toBeNaN();
  });
});
