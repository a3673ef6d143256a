import { describe, expect, it } from 'vitest';
import { foldActivity } from './activity';
import type { ActivityView, HavenEvent } from './types';

const SAM = 'sam';
type Told = Extract<HavenEvent, { kind: `activity.${string}` }>;
const told = (all: ActivityView[], kind: string, data: object, at = '2026-11-21T18:00:00.000Z', by: string | null = SAM) =>
  foldActivity(all, { kind, at, by, data: { activity: '1', ...data } } as unknown as Told);
const same = { activity: '1', which: 'warm_cup', offeredBy: SAM, offeredAt: '2026-11-21T18:00:00.000Z' };

describe('folding activities', () => {
  it('gives what the server reads, step by step to the end', () => {
    let all = told([], 'activity.offered', { which: 'warm_cup' });
    expect(all).toEqual([{ ...same, state: 'offered' }]);
    all = told(all, 'activity.answered', { answer: 'yes', step: 1, until: '2026-11-21T18:04:00.000Z' });
    expect(all).toEqual([{ ...same, state: 'running', step: 1, until: '2026-11-21T18:04:00.000Z' }]);
    all = told(all, 'activity.passed', { step: 2, turn: SAM, until: '2026-11-21T18:08:00.000Z' });
    expect(all[0]).toMatchObject({ step: 2, turn: SAM });
    all = told(all, 'activity.passed', { step: 3, until: '2026-11-21T18:12:00.000Z' });
    expect(all[0]).not.toHaveProperty('turn');
    all = told(all, 'activity.ended', {}, '2026-11-21T18:13:00.000Z');
    expect(all).toEqual([{ ...same, state: 'over', overAt: '2026-11-21T18:13:00.000Z' }]);
  });

  it('keeps a kind no, and lets what is over go after a day', () => {
    let all = told([], 'activity.offered', { which: 'warm_cup' });
    all = told(all, 'activity.answered', { answer: 'not_now' }, '2026-11-21T19:00:00.000Z');
    expect(all).toEqual([{ ...same, state: 'over', answer: 'not_now', overAt: '2026-11-21T19:00:00.000Z' }]);
    all = foldActivity(all, { kind: 'activity.offered', at: '2026-11-22T20:00:00.000Z', by: SAM, data: { activity: '2', which: 'one_song' } } as unknown as Told);
    expect(all.map((one) => one.activity)).toEqual(['2']);
    expect(told([{ ...all[0]!, activity: '1' }], 'activity.faded', {})[0]).toMatchObject({ state: 'over' });
  });
});
