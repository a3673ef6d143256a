import { describe, expect, it } from 'vitest';
import { nothingHeld, type Held } from '../protocol/fold';
import type { TimeoutView } from '../protocol/types';
import { lastBack, partnerBack, talked, talksAhead } from './timeouts';

const at = (time: string) => `2026-11-21T${time}:00.000Z`;

function one(timeout: string, caller: string, calledAt: string, end: Partial<TimeoutView> = {}): TimeoutView {
  return { timeout, caller, calledAt: at(calledAt), returnAt: at('19:00'), reassurance: 'I am coming back.', notes: [], ...end };
}
const returned = (endedAt: string, talkAt?: string): Partial<TimeoutView> => ({
  ending: 'returned', endedAt: at(endedAt), ...(talkAt && { talkAt: at(talkAt) }),
});
const letGo = (endedAt: string): Partial<TimeoutView> => ({ ending: 'let_go', endedAt: at(endedAt) });

/** Sam's device; the newest call stands first, as the fold keeps them. */
const held = (...timeouts: TimeoutView[]): Held => ({
  ...nothingHeld('sam'), couple: 'c', timeouts: timeouts.sort((a, b) => b.calledAt.localeCompare(a.calledAt)),
});

describe('after a break', () => {
  it('offers a way to start to who came back last, whoever called last', () => {
    expect(lastBack(held(one('a', 'alex', '18:00', returned('18:40')), one('s', 'sam', '18:05', returned('18:20'))))?.timeout).toBe('a');
  });

  it('offers none once they have talked, and tells the partner alone who said so', () => {
    const alexSaid = held(one('a', 'alex', '18:00', letGo('18:20')));
    expect(lastBack(alexSaid)).toBeUndefined();
    expect(talked(alexSaid)?.timeout).toBe('a');
    expect(talked({ ...alexSaid, person: 'alex' })).toBeUndefined();
  });

  it('says nothing of an older talk after a later return', () => {
    const later = held(one('a', 'alex', '17:00', letGo('17:20')), one('b', 'alex', '18:00', returned('18:20')));
    expect(talked(later)).toBeUndefined();
    expect(lastBack(later)?.timeout).toBe('b');
  });

  it('offers nothing for a time-out that lapsed', () => {
    const lapsed = held(one('a', 'alex', '18:00', { ending: 'lapsed', endedAt: at('19:00') }));
    expect([lastBack(lapsed), talked(lapsed)]).toEqual([undefined, undefined]);
  });
});

describe('with both on a break', () => {
  const mine = one('s', 'sam', '18:05');

  it('tells the one still away that the other came back', () => {
    expect(partnerBack(held(one('a', 'alex', '18:00', returned('18:20')), mine))?.timeout).toBe('a');
  });

  it('tells nothing to the one who came back', () => {
    expect(partnerBack({ ...held(one('a', 'alex', '18:00', returned('18:20')), mine), person: 'alex' })).toBeUndefined();
  });

  it('tells of no return from before the own break, nor once the other is away anew', () => {
    expect(partnerBack(held(one('a', 'alex', '17:00', returned('18:00')), mine))).toBeUndefined();
    expect(partnerBack(held(one('a', 'alex', '18:00', returned('18:20')), mine, one('b', 'alex', '18:30')))).toBeUndefined();
  });
});

describe('agreed talks', () => {
  const agreed = one('a', 'alex', '17:00', returned('17:30', '20:00'));
  const names = (of: Held, time: string) => talksAhead(of, Date.parse(at(time))).map((talk) => talk.timeout);

  it('stay ahead through a later break and its return, until the time has come', () => {
    const later = held(agreed, one('b', 'sam', '18:00', returned('18:20')));
    expect(names(later, '19:59')).toEqual(['a']);
    expect(names(later, '20:00')).toEqual([]);
    expect(names(held(agreed, one('b', 'sam', '18:00')), '18:10')).toEqual(['a']);
  });

  it('stand with the nearest first', () => {
    expect(names(held(agreed, one('b', 'sam', '18:00', returned('18:20', '19:00'))), '18:30')).toEqual(['b', 'a']);
  });
});
