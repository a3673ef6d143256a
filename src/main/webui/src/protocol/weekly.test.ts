import { describe, expect, it } from 'vitest';
import { apply, fromSnapshot, nothingHeld, withoutOurs, type Held } from './fold';
import { OWN } from './session.svelte';
import type { HavenEvent, Snapshot } from './types';

const ALEX = 'alex';
const SAM = 'sam';
const AT = '2026-11-22T17:30:00.000Z';
const start: Held = {
  ...nothingHeld(ALEX),
  couple: 'c',
  positions: { ours: { epoch: 'e', seq: 0 }, mine: { epoch: 'm', seq: 0 } },
};

function told(held: Held, kind: string, data: object, by: string | null = SAM, stream: 'ours' | 'mine' = 'ours'): Held {
  const { epoch, seq } = held.positions[stream]!;
  const at = `2026-11-21T18:0${seq}:00.000Z`;
  const step = apply(held, { type: 'event', stream, epoch, seq: seq + 1, command: 'x', at, by, kind, data } as unknown as HavenEvent);
  if (typeof step === 'string') throw new Error(step);
  return step.held;
}

const sunday = { rhythm: 'r', weekday: 'sunday', time: '18:30', zone: 'Europe/Berlin', form: 'hour' };
const opened = { weekly: 'w', rhythm: 'r', at: AT, form: 'hour' };
const open = () => told(start, 'weekly.opened', opened, null);
const answers = [{ by: ALEX, appreciations: ['You made soup.'] }, { by: SAM, offer: 'The early shift.' }];

describe('folding the weekly check-in', () => {
  it('keeps what is agreed while something else is proposed, until that is agreed or stopped', () => {
    let held = told(start, 'rhythm.proposed', sunday);
    expect(held.weeklyRhythms).toEqual([{ ...sunday, proposedBy: SAM, agreed: false }]);
    held = told(held, 'rhythm.agreed', sunday, ALEX);
    held = told(held, 'rhythm.proposed', { ...sunday, rhythm: 'q', time: '19:00' }, ALEX);
    held = told(held, 'rhythm.proposed', { ...sunday, rhythm: 's', time: '20:00' });
    expect(held.weeklyRhythms.map((one) => [one.rhythm, one.agreed])).toEqual([['r', true], ['s', false]]);
    expect(told(held, 'rhythm.stopped', { rhythm: 's' }).weeklyRhythms.map((one) => one.rhythm)).toEqual(['r']);
    held = told(held, 'rhythm.agreed', { ...sunday, rhythm: 's', time: '20:00' }, ALEX);
    expect(held.weeklyRhythms).toEqual([{ ...sunday, rhythm: 's', time: '20:00', proposedBy: SAM, agreed: true }]);
  });

  it('gives what the server reads, from the opening to the end', () => {
    let held = open();
    expect(held.weeklies).toEqual([{ weekly: 'w', at: AT, form: 'hour', openedAt: '2026-11-21T18:00:00.000Z', state: 'open' }]);
    held = told(held, 'weekly.revealed', { weekly: 'w', answers }, null);
    held = told(held, 'weekly.spoke', { weekly: 'w', speaker: SAM });
    expect(held.weeklies[0]).toMatchObject({ state: 'revealed', speaker: SAM, answers, notes: [], decisions: [] });
    held = told(held, 'weekly.noted', { weekly: 'w', note: 'n', version: 1, words: 'Tea.' });
    held = told(held, 'weekly.noted', { weekly: 'w', note: 'm', version: 1, words: 'A walk.' });
    held = told(held, 'weekly.noted', { weekly: 'w', note: 'n', version: 2, words: 'Tea, then coffee.' }, ALEX);
    held = told(held, 'weekly.decided', { weekly: 'w', decision: 'd', version: 1, words: null, erased: true }, ALEX);
    expect(held.weeklies[0]?.notes?.map((one) => [one.id, one.version, one.by, one.words])).toEqual([
      ['n', 2, ALEX, 'Tea, then coffee.'],
      ['m', 1, SAM, 'A walk.'],
    ]);
    expect(held.weeklies[0]?.decisions).toEqual([{ id: 'd', version: 1, by: ALEX, at: '2026-11-21T18:06:00.000Z', words: null, erased: true }]);
    held = told(held, 'weekly.closed', { weekly: 'w' });
    expect(held.weeklies[0]).toMatchObject({ state: 'closed', endedAt: '2026-11-21T18:07:00.000Z', answers });
    expect(held.weeklies[0]).not.toHaveProperty('speaker');
  });

  it('ends a week that was left out or ran out without naming anybody', () => {
    for (const state of ['skipped', 'passed']) {
      const [one] = told(open(), `weekly.${state}`, { weekly: 'w' }).weeklies;
      expect(one).toEqual({ weekly: 'w', at: AT, form: 'hour', openedAt: '2026-11-21T18:00:00.000Z', state, endedAt: '2026-11-21T18:01:00.000Z' });
    }
  });

  it('keeps one’s own answers on one’s own stream until they are put away', () => {
    const kept = { weekly: 'w', couple: 'c', appreciations: ['Soup.'] };
    let held = told(open(), 'weekly.kept', kept, ALEX, 'mine');
    held = told(held, 'weekly.kept', { ...kept, needs: [{ agreement: 'a', met: 4 }] }, ALEX, 'mine');
    held = told(held, 'weekly.readyChanged', { weekly: 'w', ready: true }, ALEX, 'mine');
    expect(held.weeklyDrafts).toEqual([{ ...kept, needs: [{ agreement: 'a', met: 4 }], ready: true, keptAt: '2026-11-21T18:01:00.000Z' }]);
    expect(told(held, 'weekly.revealed', { weekly: 'w', answers }, null).weeklyDrafts).toHaveLength(1);
    expect(withoutOurs(held)).toMatchObject({ weeklies: [], weeklyRhythms: [], weeklyDrafts: [{ weekly: 'w' }] });
    for (const kind of ['weekly.cleared', 'weekly.discarded']) expect(told(held, kind, { weekly: 'w' }, null, 'mine').weeklyDrafts).toEqual([]);
  });

  it('starts from the snapshot', () => {
    const weeklies = open().weeklies;
    const held = fromSnapshot(start, { now: AT, streams: {}, timeouts: [], weeklies } as Snapshot);
    expect(held).toMatchObject({ weeklies, weeklyRhythms: [], weeklyDrafts: [] });
  });

  it('sends what is one’s own to one’s own stream', () => {
    const own = ['keep', 'discard', 'ready', 'notReady'];
    const ours = ['skip', 'speak', 'pass', 'note', 'decide', 'close', 'erase'];
    expect(own.every((what) => OWN.test(`weekly.${what}`))).toBe(true);
    expect([...ours.map((what) => `weekly.${what}`), 'rhythm.propose', 'rhythm.agree', 'rhythm.stop'].some((kind) => OWN.test(kind))).toBe(false);
  });
});
