import { describe, expect, it } from 'vitest';
import { apply, fold, fromSnapshot, inCouple, isWhole, nothingHeld, reached, withoutOurs, type Held } from './fold';
import type { HavenEvent } from './types';

const ALEX = 'alex';
const SAM = 'sam';
let seq = 0;

function event<K extends HavenEvent['kind']>(
  kind: K,
  data: Extract<HavenEvent, { kind: K }>['data'],
  more: Partial<HavenEvent> = {},
): HavenEvent {
  return {
    type: 'event', stream: 'ours', epoch: 'e', seq: ++seq, command: `c${seq}`, at: '2026-11-21T18:00:00.000Z', by: ALEX, kind, data, ...more,
  } as HavenEvent;
}

const called = () =>
  event('timeout.called', {
    timeout: 't1', caller: ALEX, calledAt: '2026-11-21T18:00:00.000Z', returnAt: '2026-11-21T18:30:00.000Z', reassurance: 'I am coming back.',
  });
const after = (...events: HavenEvent[]): Held => events.reduce(fold, { ...nothingHeld(SAM), couple: 'c' });
const only = (held: Held) => held.timeouts[0]!;

describe('folding', () => {
  it('opens a time-out with its reassurance', () => {
    expect(only(after(called()))).toMatchObject({ timeout: 't1', caller: ALEX, reassurance: 'I am coming back.', notes: [] });
  });

  it('is the same when a call comes a second time', () => {
    expect(after(called(), called()).timeouts).toHaveLength(1);
  });

  it('keeps acknowledgement, check-in and notes with their times', () => {
    const held = after(
      called(),
      event('timeout.acknowledged', { timeout: 't1', words: 'I hear you.' }, { by: SAM }),
      event('timeout.checkedIn', { timeout: 't1' }),
      event('timeout.noted', { timeout: 't1', words: 'The school called.' }, { by: SAM }),
      event('timeout.noted', { timeout: 't1', words: 'All good.' }, { by: SAM }),
    );
    expect(only(held)).toMatchObject({ acknowledgement: 'I hear you.', checkedInAt: '2026-11-21T18:00:00.000Z' });
    expect(only(held).notes.map((note) => note.words)).toEqual(['The school called.', 'All good.']);
  });

  it('takes back the overdue line when a new time is promised', () => {
    const held = after(
      called(),
      event('timeout.overdue', { timeout: 't1', returnAt: '2026-11-21T18:30:00.000Z' }, { by: null }),
      event('timeout.extended', { timeout: 't1', returnAt: '2026-11-21T19:00:00.000Z', withNotice: false }),
    );
    expect(only(held).overdueAt).toBeUndefined();
    expect(only(held).returnAt).toBe('2026-11-21T19:00:00.000Z');
  });

  it('ends by return, by letting go and by lapse', () => {
    const returned = event('timeout.returned', { timeout: 't1', returnedAt: '2026-11-21T18:20:00.000Z', when: 'early', talkAt: '2026-11-21T20:00:00.000Z' });
    expect(only(after(called(), returned))).toMatchObject({ ending: 'returned', endedAt: '2026-11-21T18:20:00.000Z', talkAt: '2026-11-21T20:00:00.000Z' });
    expect(only(after(called(), event('timeout.letGo', { timeout: 't1' })))).toMatchObject({ ending: 'let_go' });
    expect(only(after(called(), event('timeout.lapsed', { timeout: 't1' }, { by: null })))).toMatchObject({ ending: 'lapsed' });
  });

  it('forgets an ended time-out a day later, and keeps an open one', () => {
    const held = after(
      called(),
      event('timeout.letGo', { timeout: 't1' }),
      event('timeout.called', { timeout: 't2', caller: SAM, calledAt: '', returnAt: '', reassurance: '' }, { at: '2026-11-23T18:00:00.000Z' }),
      event('timeout.called', { timeout: 't3', caller: ALEX, calledAt: '', returnAt: '', reassurance: '' }, { at: '2026-11-25T18:00:00.000Z' }),
    );
    expect(held.timeouts.map((one) => one.timeout)).toEqual(['t3', 't2']);
  });

  it('keeps a talk that is still ahead when another time-out is called long after', () => {
    const held = after(
      called(),
      event('timeout.returned', { timeout: 't1', returnedAt: '2026-11-21T18:20:00.000Z', when: 'early', talkAt: '2026-11-23T20:00:00.000Z' }),
      event('timeout.called', { timeout: 't2', caller: SAM, calledAt: '', returnAt: '', reassurance: '' }, { at: '2026-11-23T18:00:00.000Z' }),
    );
    expect(held.timeouts.map((one) => one.timeout)).toEqual(['t2', 't1']);
  });

  it('replaces the words of a draft kept twice, and discards it', () => {
    const keep = (words: string) => event('draft.kept', { draft: 'd', timeout: 't1', words }, { stream: 'mine' });
    expect(after(keep('one'), keep('two')).drafts.map((draft) => draft.words)).toEqual(['two']);
    expect(after(keep('one'), event('draft.discarded', { draft: 'd' }, { stream: 'mine' })).drafts).toEqual([]);
  });

  it('keeps signals for twelve hours', () => {
    const send = (at: string) => event('signal.sent', { signal: 'slower' }, { at });
    expect(after(send('2026-11-21T06:00:00.000Z'), send('2026-11-21T19:00:00.000Z')).signals).toHaveLength(1);
  });

  it('keeps drafts and drops all that was shared when the space closes', () => {
    const held = after(
      called(),
      event('draft.kept', { draft: 'd', timeout: 't1', words: 'mine' }, { stream: 'mine' }),
      event('couple.closed', { couple: 'c' }, { stream: 'mine', by: null }),
    );
    expect(held).toMatchObject({ couple: null, timeouts: [], closed: true });
    expect(held.drafts).toHaveLength(1);
  });

  const bidAt = '2026-11-21T18:00:00.000Z';
  const made = (bid = 'b1', at = bidAt, more = {}) => event('bid.made', { bid, kind: 'hug', words: 'Hello.', ...more }, { at });
  const answered = (answer: 'later' | 'not_now', at?: string) =>
    event('bid.answered', { bid: 'b1', answer, words: 'Soon.', ...(at && { at }) }, { by: SAM });

  it('keeps a bid with its sender, and the answer that stands', () => {
    const held = after(made(), answered('not_now'), answered('later', '2026-11-21T20:00:00.000Z'));
    expect(held.bids).toEqual([
      {
        bid: 'b1', kind: 'hug', words: 'Hello.', sender: ALEX, madeAt: bidAt, answer: 'later', answeredAt: bidAt,
        answerWords: 'Soon.', answerAt: '2026-11-21T20:00:00.000Z', fadedAt: undefined,
      },
    ]);
  });

  it('lets a bid fade, and forgets that when it is answered', () => {
    const faded = event('bid.faded', { bid: 'b1' }, { by: null });
    expect(after(made(), faded).bids[0]).toMatchObject({ fadedAt: bidAt });
    expect(after(made(), faded, answered('not_now')).bids[0]!.fadedAt).toBeUndefined();
  });

  it('keeps the times and no words of a bid that was taken back', () => {
    const held = after(made(), answered('later'), event('bid.withdrawn', { bid: 'b1' }));
    expect(held.bids).toEqual([{ bid: 'b1', sender: ALEX, madeAt: bidAt, kind: 'hug', withdrawnAt: bidAt }]);
  });

  it('reminds of a bid until it is answered or taken back', () => {
    const due = event('bid.due', { bid: 'b1' }, { stream: 'mine', by: null });
    expect(after(made(), answered('later'), due, due).dueBids).toEqual(['b1']);
    expect(after(made(), answered('later'), due, answered('not_now')).dueBids).toEqual([]);
    expect(after(made(), due, event('bid.withdrawn', { bid: 'b1' })).dueBids).toEqual([]);
  });

  it('forgets a bid after a week, unless its time is ahead', () => {
    const held = after(made('b1'), made('b2', bidAt, { at: '2026-12-24T18:00:00.000Z' }), made('b3', '2026-11-29T18:00:00.000Z'));
    expect(held.bids.map((one) => one.bid)).toEqual(['b3', 'b2']);
  });

  it('mutes a kind, and keeps that when the space closes', () => {
    const mute = (kind: 'play' | 'hug', muted: boolean) => event('mute.changed', { kind, muted }, { stream: 'mine' });
    expect(after(mute('play', true), mute('hug', true), mute('hug', true)).muted).toEqual(['hug', 'play']);
    expect(after(mute('play', true), mute('play', false)).muted).toEqual([]);
    const closed = after(made(), mute('play', true), event('couple.closed', { couple: 'c' }, { stream: 'mine', by: null }));
    expect(closed).toMatchObject({ bids: [], muted: ['play'] });
  });

  it('knows what an older version of this app did not keep', () => {
    const { bids, ...older } = nothingHeld(SAM);
    expect(bids).toEqual([]);
    expect(isWhole(older as Held)).toBe(false);
    expect(isWhole(after(made()))).toBe(true);
  });

  it('passes a kind it does not know', () => {
    const held = after(called());
    expect(fold(held, { ...called(), kind: 'pebble.thrown' } as unknown as HavenEvent)).toBe(held);
  });
});

describe('order', () => {
  const start: Held = { ...nothingHeld(SAM), couple: 'c', positions: { ours: { epoch: 'e', seq: 7 }, mine: { epoch: 'm', seq: 1 } } };
  const next = (at: number, epoch = 'e') => apply(start, { ...called(), seq: at, epoch });

  it('applies the next event and moves the position with it', () => {
    const step = next(8);
    expect(step).toMatchObject({ held: { positions: { ours: { epoch: 'e', seq: 8 }, mine: { seq: 1 } } } });
    expect((step as { held: Held }).held.timeouts).toHaveLength(1);
  });

  it('drops what it has, and asks when something is between or the epoch is another', () => {
    expect(next(7)).toBe('known');
    expect(next(9)).toBe('gap');
    expect(next(8, 'other')).toBe('gap');
  });

  it('knows whether positions are reached', () => {
    expect(reached(start, { ours: { epoch: 'e', seq: 7 } })).toBe(true);
    expect(reached(start, { ours: { epoch: 'e', seq: 8 } })).toBe(false);
  });

  it('drops the old space when the couple is another, and says closed only when none is left', () => {
    const full = { ...after(called()), positions: start.positions };
    expect(inCouple(full, 'c')).toBe(full);
    expect(inCouple(full, 'd')).toMatchObject({ couple: 'd', timeouts: [], closed: false, positions: { mine: { seq: 1 } } });
    expect(inCouple(full, null)).toMatchObject({ couple: null, closed: true });
    expect(withoutOurs(full).positions).toEqual({ mine: { epoch: 'm', seq: 1 } });
  });

  it('keeps what it has just read of a space that was opened', () => {
    const read = fromSnapshot(nothingHeld(SAM), { now: '', streams: start.positions, timeouts: [] });
    expect(inCouple({ ...read, closed: true }, 'c')).toEqual({ ...read, couple: 'c', closed: false });
  });

  it('shows a note once it is sent, and keeps those that wait with their author', () => {
    const planned = (note: string, at: string) => event('note.planned', { note, couple: 'c', words: 'Tea?', at }, { stream: 'mine', by: SAM });
    const held = after(planned('n2', '2026-11-23T08:00:00.000Z'), planned('n1', '2026-11-22T08:00:00.000Z'));
    expect(held.plannedNotes.map((one) => one.note)).toEqual(['n1', 'n2']);
    const out = [event('note.sent', { note: 'n1', words: 'Tea?' }, { by: SAM }), event('note.passedOn', { note: 'n1' }, { stream: 'mine', by: null })];
    const gone = [...out, event('note.cancelled', { note: 'n2' }, { stream: 'mine', by: SAM })].reduce(fold, held);
    expect(gone.plannedNotes).toEqual([]);
    expect(gone.notes).toEqual([{ note: 'n1', author: SAM, sentAt: '2026-11-21T18:00:00.000Z', words: 'Tea?' }]);
    expect(withoutOurs(held).plannedNotes).toEqual([]);
  });

  it('takes a snapshot as the whole truth', () => {
    const full = after(called(), event('signal.sent', { signal: 'slower' }));
    const held = fromSnapshot(full, { now: '', streams: start.positions, timeouts: [] });
    expect(held).toEqual({ ...nothingHeld(SAM), couple: 'c', positions: start.positions });
  });
});
