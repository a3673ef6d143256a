import { describe, expect, it } from 'vitest';
import { apply, nothingHeld, withoutOurs, type Held } from './fold';
import type { HavenEvent } from './types';

const ALEX = 'alex';
const SAM = 'sam';
const start: Held = {
  ...nothingHeld(ALEX),
  couple: 'c',
  positions: { ours: { epoch: 'e', seq: 0 }, mine: { epoch: 'm', seq: 0 } },
};
const AT = (minute: number) => `2026-11-21T18:0${minute}:00.000Z`;
const LATER = '2027-01-10T09:00:00.000Z';
const need = { agreement: '1', version: 1, kind: 'need', why: 'Rest.', iWill: 'Cook.', salt: 's', seal: { hash: 'h1' } };
const slot = (person: string, day: string) => ({ person, day, start: '18:30', minutes: 60, zone: 'Europe/Berlin' });

function told(held: Held, kind: string, data: object, by: string | null = SAM, stream: 'ours' | 'mine' = 'ours'): Held {
  const { epoch, seq } = held.positions[stream]!;
  const step = apply(held, { type: 'event', stream, epoch, seq: seq + 1, command: 'x', at: AT(seq), by, kind, data } as unknown as HavenEvent);
  if (typeof step === 'string') throw new Error(step);
  return step.held;
}

describe('folding agreements', () => {
  it('gives what the server reads, from the proposal to the end', () => {
    let held = told(start, 'agreement.proposed', { ...need, reviewAt: LATER });
    expect(held.agreements).toEqual([
      {
        agreement: '1', kind: 'need', state: 'proposed', author: SAM, proposedAt: AT(0), pending: 1, hash: 'h1', intact: true,
        versions: [{ version: 1, why: 'Rest.', iWill: 'Cook.', reviewAt: LATER, author: SAM, at: AT(0), hash: 'h1' }],
      },
    ]);
    held = told(held, 'agreement.changed', { agreement: '1', version: 2, why: 'Calm.', youWill: 'Cook.', salt: 's', seal: { previous: 'h1', hash: 'h2' } }, ALEX);
    expect(held.agreements[0]).toMatchObject({ state: 'proposed', pending: 2, hash: 'h2' });
    held = told(held, 'agreement.agreed', { agreement: '1', version: 2, seal: { hash: 'h3' } });
    expect(held.agreements[0]).toMatchObject({ state: 'in_force', holds: 2, hash: 'h3' });
    expect(held.agreements[0]).not.toHaveProperty('pending');
    expect(held.agreements[0]).not.toHaveProperty('reviewAt');
    expect(held.agreements[0]?.versions[1]).toMatchObject({ author: ALEX, agreedAt: AT(2) });
    held = told(held, 'agreement.withdrawn', { agreement: '1', seal: { hash: 'h4' } }, ALEX);
    expect(held.agreements[0]).toMatchObject({ state: 'ended', endedAt: AT(3), endedBy: ALEX, hash: 'h4' });
    expect(held.agreements[0]).not.toHaveProperty('holds');
  });

  it('keeps what holds while another version waits, and when that one is taken away', () => {
    let held = told(start, 'agreement.proposed', need);
    held = told(held, 'agreement.agreed', { agreement: '1', version: 1, seal: { hash: 'h2' } }, ALEX);
    held = told(held, 'agreement.changed', { agreement: '1', version: 2, why: 'Calm.', iWill: 'X', salt: 's', seal: { hash: 'h3' } });
    expect(held.agreements[0]).toMatchObject({ state: 'in_force', holds: 1, pending: 2 });
    held = told(held, 'agreement.withdrawn', { agreement: '1', version: 2, seal: { hash: 'h4' } }, ALEX);
    expect(held.agreements[0]).toMatchObject({ state: 'in_force', holds: 1 });
    expect(held.agreements[0]).not.toHaveProperty('pending');
    expect(held.agreements[0]?.versions[1]).toMatchObject({ withdrawnAt: AT(3) });
  });

  it('takes the times of now and the next review', () => {
    const slots = [slot(ALEX, 'monday'), slot(SAM, 'friday')];
    let held = told(start, 'agreement.proposed', { agreement: '1', version: 1, kind: 'space_plan', slots, reviewAt: LATER, salt: 's', seal: { hash: 'h1' } });
    held = told(held, 'agreement.agreed', { agreement: '1', version: 1, seal: { hash: 'h2' } }, ALEX);
    expect(held.agreements[0]).toMatchObject({ slots, reviewAt: LATER });
    held = told(held, 'agreement.slotsChanged', { agreement: '1', slots: [slot(SAM, 'friday')], seal: { hash: 'h3' } }, ALEX);
    expect(held.agreements[0]?.slots).toEqual([slot(SAM, 'friday')]);
    expect(held.agreements[0]?.versions[0]?.slots).toEqual(slots);
    held = told(held, 'agreement.slotsChanged', { agreement: '1', slots: [], seal: { hash: 'h4' } });
    expect(held.agreements[0]).not.toHaveProperty('slots');
    held = told(held, 'agreement.kept', { agreement: '1', seal: { hash: 'h5' } });
    expect(held.agreements[0]).toMatchObject({ keptAt: AT(4), hash: 'h5' });
    expect(held.agreements[0]).not.toHaveProperty('reviewAt');
    expect(told(held, 'agreement.reviewDue', { agreement: '1' }, null, 'mine').agreements).toEqual(held.agreements);
  });

  it('goes with the space it was made in', () => {
    expect(withoutOurs(told(start, 'agreement.proposed', need)).agreements).toEqual([]);
  });
});

describe('folding reminders of agreements', () => {
  const set = { agreement: '1', words: 'Tea.', times: ['08:00'], weekdays: ['monday'] };
  const mine = (held: Held, kind: string, data: object) => told(held, kind, data, ALEX, 'mine');

  it('gives what the server reads of one\'s own', () => {
    let held = mine(start, 'agreement.remindSet', set);
    expect(held.agreementReminders).toEqual([set]);
    held = mine(held, 'agreement.remindPaused', { agreement: '1', until: LATER });
    expect(held.agreementReminders).toEqual([{ ...set, paused: true, pausedUntil: LATER }]);
    held = mine(held, 'agreement.remindPaused', { agreement: '1' });
    expect(held.agreementReminders).toEqual([{ ...set, paused: true }]);
    held = mine(held, 'agreement.remindResumed', { agreement: '1' });
    held = mine(held, 'agreement.reminded', { agreement: '1' });
    expect(held.agreementReminders).toEqual([{ ...set, remindedAt: AT(4) }]);
    held = mine(held, 'agreement.remindSet', { ...set, words: 'Coffee.' });
    expect(held.agreementReminders).toEqual([{ ...set, words: 'Coffee.' }]);
    expect(mine(held, 'agreement.remindStopped', { agreement: '1' }).agreementReminders).toEqual([]);
    expect(withoutOurs(held).agreementReminders).toEqual([]);
  });
});
