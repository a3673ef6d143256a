import { describe, expect, it } from 'vitest';
import { nothingHeld } from '../protocol/fold';
import type { AgreementView, VersionView } from '../protocol/types';
import { mineIn, reachedMe, reviewAt, said, stepsOf, theirsIn, timeoutPlan, writing } from './agreements';

const NOW = Date.parse('2026-11-21T18:00:00.000Z');
const version: VersionView = { version: 1, author: 'sam', at: '2026-11-21T17:00:00.000Z', hash: 'h', minutes: 45, iWill: 'The garden.', youWill: 'The kitchen.' };
const plan: AgreementView = {
  agreement: '1', kind: 'timeout_plan', state: 'in_force', author: 'sam', proposedAt: version.at, holds: 1, versions: [version], hash: 'h', intact: true,
};
const held = (...agreements: AgreementView[]) => ({ ...nothingHeld('alex'), agreements });
const nothing = () => undefined;

describe('agreements', () => {
  it('tell each what they do, whoever wrote it', () => {
    expect([mineIn(version, 'alex'), theirsIn(version, 'alex')]).toEqual(['The kitchen.', 'The garden.']);
    expect([mineIn(version, 'sam'), theirsIn(version, 'sam')]).toEqual(['The garden.', 'The kitchen.']);
  });

  it('fill the time-out form in only while they are in force', () => {
    expect(timeoutPlan(held(plan))?.minutes).toBe(45);
    const { holds: _holds, ...ended } = plan;
    expect(timeoutPlan(held({ ...ended, state: 'ended' }))).toBeUndefined();
    expect(timeoutPlan(held({ ...ended, state: 'proposed', pending: 1 }))).toBeUndefined();
  });

  it('reach the one whose yes is missing, until it is left for later', () => {
    const waits = held({ ...plan, pending: 1 });
    expect(reachedMe(waits, NOW, nothing)).toHaveLength(1);
    expect(reachedMe({ ...waits, person: 'sam' }, NOW, nothing)).toHaveLength(0);
    expect(reachedMe(waits, NOW, () => 1)).toHaveLength(0);
  });

  it('reach both on the day of the review', () => {
    const due = held({ ...plan, reviewAt: '2026-11-21T17:59:00.000Z' });
    expect(reachedMe(due, NOW, nothing)).toHaveLength(1);
    expect(reachedMe(due, NOW - 3_600_000, nothing)).toHaveLength(0);
  });

  it('send only what belongs to their kind', () => {
    const form = { ...writing('1', 'need', undefined, 'alex'), why: ' Rest. ', iWill: 'Cook.', word: 'Pause', review: 'never' as const };
    expect(said(form, NOW)).toEqual({ why: 'Rest.', iWill: 'Cook.' });
    expect(said({ ...form, kind: 'timeout_plan' }, NOW)).toEqual({ iWill: 'Cook.', word: 'Pause', minutes: 30 });
    expect(stepsOf('space_plan', true)).toEqual(['kind', 'slots', 'review']);
  });

  it('turn the words around for the one who says them otherwise', () => {
    expect(writing('1', 'timeout_plan', version, 'alex')).toMatchObject({ iWill: 'The kitchen.', youWill: 'The garden.', minutes: '45' });
  });

  it('keep a review that is still ahead and no other', () => {
    const ahead = '2027-01-01T09:00:00.000Z';
    expect(reviewAt('keep', NOW, ahead)).toBe(ahead);
    expect(reviewAt('keep', NOW, '2026-01-01T09:00:00.000Z')).toBeUndefined();
    expect(reviewAt('never', NOW)).toBeUndefined();
    expect(Date.parse(reviewAt('month', NOW)!)).toBeGreaterThan(NOW + 28 * 86_400_000);
  });
});
