import { describe, expect, it } from 'vitest';
import { nothingHeld, type Held } from '../protocol/fold';
import type { PhonesDownView } from '../protocol/phonesdown';
import { beganAt, declined, running, standing, toShow } from './slots';

const one: PhonesDownView = { slot: '1', proposedBy: 'alex', proposedAt: '', minutes: 60, state: 'running', until: '2026-11-21T21:00:00.000Z' };
const held = (slot: PhonesDownView, person = 'alex'): Held => ({ ...nothingHeld(person), phonesDown: [slot] });
const at = (time: string) => Date.parse(`2026-11-21T${time}Z`);

describe('a time with the phones away', () => {
  it('runs until its time, also where its end was not heard', () => {
    expect(running(held(one), at('20:59:59'))).toBe(one);
    expect(running(held(one), at('21:00:00'))).toBeUndefined();
    expect(toShow(held(one), at('21:00:00'))).toBeUndefined();
    expect(standing(held(one))).toBe(one);
    expect(beganAt(one)).toBe('2026-11-21T20:00:00.000Z');
  });

  it('shows on the home page what the other proposed and what both agreed on', () => {
    const { until: _until, ...rest } = one;
    const proposed: PhonesDownView = { ...rest, state: 'proposed' };
    expect(toShow(held(proposed), 0)).toBeUndefined();
    expect(toShow(held(proposed, 'sam'), 0)).toBe(proposed);
    expect(toShow(held({ ...rest, state: 'agreed' }), 0)).toBeDefined();
  });

  it('knows a kind no to one’s own', () => {
    const no: PhonesDownView = { ...one, state: 'over', notNow: true };
    expect(declined(held(no))).toBe(no);
    expect(declined(held(no, 'sam'))).toBeUndefined();
    expect(standing(held(no))).toBeUndefined();
  });
});
