import { describe, expect, it } from 'vitest';
import { foldPhonesDown, type PhonesDownView } from './phonesdown';
import type { HavenEvent } from './types';

const SAM = 'sam';
type Told = Extract<HavenEvent, { kind: `phonesDown.${string}` }>;
const told = (all: PhonesDownView[], kind: string, data: object, at = '2026-11-21T18:00:00.000Z', by: string | null = SAM) =>
  foldPhonesDown(all, { kind: `phonesDown.${kind}`, at, by, data: { slot: '1', ...data } } as unknown as Told);
const same = { slot: '1', minutes: 60, proposedBy: SAM, proposedAt: '2026-11-21T18:00:00.000Z' };
const until = '2026-11-21T21:00:00.000Z';
const startAt = '2026-11-21T20:00:00.000Z';

describe('folding a time with the phones away', () => {
  it('begins with the yes where it has no time', () => {
    let all = told([], 'proposed', { minutes: 60 });
    expect(all).toEqual([{ ...same, state: 'proposed' }]);
    all = told(all, 'accepted', { until });
    expect(all).toEqual([{ ...same, state: 'running', until }]);
    all = told(all, 'ended', {}, until, null);
    expect(all).toEqual([{ ...same, state: 'over', overAt: until }]);
  });

  it('waits for its time where it has one', () => {
    let all = told(told([], 'proposed', { minutes: 60, startAt }), 'accepted', {});
    expect(all).toEqual([{ ...same, startAt, state: 'agreed' }]);
    expect(told(all, 'soon', { startAt }, startAt, null)).toEqual(all);
    all = told(all, 'begun', { until }, startAt, null);
    expect(all).toEqual([{ ...same, startAt, state: 'running', until }]);
  });

  it('keeps a kind no, and lets what is over go after a day', () => {
    let all = told(told([], 'proposed', { minutes: 60 }), 'saidNotNow', {}, '2026-11-21T19:00:00.000Z');
    expect(all).toEqual([{ ...same, state: 'over', notNow: true, overAt: '2026-11-21T19:00:00.000Z' }]);
    all = told(all, 'proposed', { slot: '2', minutes: 30 }, '2026-11-22T20:00:00.000Z');
    expect(all.map((one) => one.slot)).toEqual(['2']);
    for (const kind of ['withdrawn', 'faded']) expect(told([{ ...all[0]!, slot: '1' }], kind, {})[0]).toMatchObject({ state: 'over' });
  });
});
