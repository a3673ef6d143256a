import { describe, expect, it } from 'vitest';
import type { Entry } from '../protocol/device';
import { nothingHeld, type Held } from '../protocol/fold';
import type { Command, GratitudeView, HavenEvent } from '../protocol/types';
import { dayOf, follow, merged, onTheirWay } from './gratitudes';

const view = (gratitude: string, at: string, more: Partial<GratitudeView> = {}): GratitudeView => ({ gratitude, by: 'alex', at, what: gratitude, ...more });
const ids = (views: { gratitude: string }[]) => views.map((one) => one.gratitude);
const held: Held = {
  ...nothingHeld('alex'),
  gratitudes: [view('new', '2026-11-21', { thankedAt: '2026-11-21' })],
  privateGratitudes: [view('own', '2026-11-20', { private: true })],
};

describe('what is shown of a list', () => {
  it('is what the device holds with what was read, newest first, and nothing of the other list', () => {
    const read = [view('old', '2026-11-01'), view('new', '2026-11-21')];
    expect(ids(merged(held, 'shared', read))).toEqual(['new', 'old']);
    expect(merged(held, 'shared', read)[0]?.thankedAt).toBe('2026-11-21');
    expect(ids(merged(held, 'private', []))).toEqual(['own']);
  });

  it('follows the events also where it was only read', () => {
    const pinned = { type: 'event', stream: 'ours', kind: 'gratitude.pinned', data: { gratitude: 'old' }, at: '', by: 'sam' } as HavenEvent;
    const read = [view('old', '2026-11-01'), view('older', '2026-10-01')];
    expect(follow(read, pinned).map((one) => one.pinned)).toEqual([true, undefined]);
    expect(follow(read, { ...pinned, kind: 'couple.opened', data: { couple: 'c' } } as HavenEvent)).toBe(read);
  });
});

describe('what is on its way', () => {
  const entry = (id: string, more: Partial<Extract<Command, { kind: 'gratitude.add' }>>, problem?: Entry['problem']): Entry => ({
    command: { type: 'command', id, kind: 'gratitude.add', data: { gratitude: id, what: 'Tea.' }, ...more } as Command,
    madeAt: 0,
    ...(problem && { problem }),
  });

  it('stands in the list it was written for, the last one first, unless it was refused', () => {
    const pending = [
      entry('1', { couple: 'c' }),
      entry('2', { data: { gratitude: '2', what: 'Mine.', private: true } }),
      entry('3', { couple: 'c' }),
      entry('4', { couple: 'c' }, { status: 409, code: 'not-paired' }),
    ];
    expect(ids(onTheirWay(pending, 'shared'))).toEqual(['3', '1']);
    expect(ids(onTheirWay(pending, 'private'))).toEqual(['2']);
  });
});

describe('the day on which an entry comes back', () => {
  it('is that of UTC', () => {
    expect(dayOf(Date.parse('2026-11-21T23:59:59.999+00:00'))).toBe('2026-11-21');
    expect(dayOf(Date.parse('2026-11-21T23:30:00-05:00'))).toBe('2026-11-22');
  });
});
