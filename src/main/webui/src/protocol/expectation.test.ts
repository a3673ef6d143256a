import { describe, expect, it } from 'vitest';
import { apply, fromSnapshot, nothingHeld, withoutOurs, type Held } from './fold';
import type { HavenEvent, Snapshot } from './types';

const ALEX = 'alex';
const SAM = 'sam';
const start: Held = {
  ...nothingHeld(ALEX),
  couple: 'c',
  positions: { ours: { epoch: 'e', seq: 0 }, mine: { epoch: 'm', seq: 0 } },
};
const at = (seq: number) => `2026-11-21T18:0${seq}:00.000Z`;

function told(held: Held, kind: string, data: object, by: string | null = SAM, stream: 'ours' | 'mine' = 'ours'): Held {
  const { epoch, seq } = held.positions[stream]!;
  const step = apply(held, { type: 'event', stream, epoch, seq: seq + 1, command: 'x', at: at(seq), by, kind, data } as unknown as HavenEvent);
  if (typeof step === 'string') throw new Error(step);
  return step.held;
}

const answers = [
  { by: ALEX, first: 'Save.' },
  { by: SAM, second: 'Enjoy.' },
];

describe('folding what is expected', () => {
  it('gives what the server reads, from the topic to the marks', () => {
    let held = told(start, 'expectation.opened', { expectation: '1', topic: 'money' });
    expect(held.expectations).toEqual([{ expectation: '1', topic: 'money', openedBy: SAM, openedAt: at(0), state: 'open' }]);
    held = told(held, 'expectation.revealed', { expectation: '1', answers }, null);
    held = told(held, 'expectation.marked', { expectation: '1', line: 'first', mark: 'talk' }, ALEX);
    held = told(held, 'expectation.marked', { expectation: '1', line: 'first', mark: 'same' }, SAM);
    held = told(held, 'expectation.marked', { expectation: '1', line: 'first', mark: 'differ' }, ALEX);
    expect(held.expectations).toEqual([
      {
        expectation: '1', topic: 'money', openedBy: SAM, openedAt: at(0), state: 'revealed', revealedAt: at(1), answers,
        marks: { alex: { first: 'differ' }, sam: { first: 'same' } },
      },
    ]);
  });

  it('keeps one\'s own by its own stream, also when it is revealed', () => {
    let held = told(start, 'expectation.kept', { expectation: '1', couple: 'c', first: 'Save.' }, ALEX, 'mine');
    held = told(held, 'expectation.readyChanged', { expectation: '1', ready: true }, ALEX, 'mine');
    held = told(held, 'expectation.revealed', { expectation: '1', answers }, null);
    expect(held.expectationDrafts).toEqual([{ expectation: '1', couple: 'c', first: 'Save.', ready: true, keptAt: at(0) }]);
    expect(withoutOurs(held).expectationDrafts).toHaveLength(1);
    expect(withoutOurs(held).expectations).toEqual([]);
    expect(told(held, 'expectation.cleared', { expectation: '1' }, null, 'mine').expectationDrafts).toEqual([]);
    expect(told(held, 'expectation.discarded', { expectation: '1' }, ALEX, 'mine').expectationDrafts).toEqual([]);
  });

  it('takes a snapshot as it is', () => {
    const snapshot = { now: at(0), streams: {}, timeouts: [], expectations: [{ expectation: '1' }], worksheets: [{ worksheet: '2' }] };
    const held = fromSnapshot(start, snapshot as unknown as Snapshot);
    expect(held.expectations).toEqual([{ expectation: '1' }]);
    expect(held.worksheets).toEqual([{ worksheet: '2' }]);
    expect(held.expectationDrafts).toEqual([]);
  });
});

describe('folding a worksheet', () => {
  it('gives what the server reads, from the issue to the last version', () => {
    const views = [{ by: ALEX, view: 'I need quiet.', layers: ['need'] }, { by: SAM, layers: ['emotion'] }];
    let held = told(start, 'worksheet.opened', { worksheet: '1', issue: 'Our mornings.' });
    held = told(held, 'worksheet.revealed', { worksheet: '1', answers: views }, null);
    held = told(held, 'worksheet.written', { worksheet: '1', version: 1, words: 'Tea.' }, ALEX);
    held = told(held, 'worksheet.written', { worksheet: '1', version: 2, words: 'Tea, then coffee.' });
    held = told(held, 'worksheet.closed', { worksheet: '1' });
    expect(held.worksheets).toEqual([
      {
        worksheet: '1', issue: 'Our mornings.', openedBy: SAM, openedAt: at(0), state: 'closed', revealedAt: at(1), answers: views,
        best: [{ version: 1, by: ALEX, at: at(2), words: 'Tea.' }, { version: 2, by: SAM, at: at(3), words: 'Tea, then coffee.' }], closedAt: at(4),
      },
    ]);
  });

  it('keeps one\'s own by its own stream', () => {
    let held = told(start, 'worksheet.kept', { worksheet: '1', couple: 'c', layers: ['goal'] }, ALEX, 'mine');
    held = told(held, 'worksheet.readyChanged', { worksheet: '1', ready: true }, ALEX, 'mine');
    expect(held.worksheetDrafts).toEqual([{ worksheet: '1', couple: 'c', layers: ['goal'], ready: true, keptAt: at(0) }]);
    expect(told(held, 'worksheet.cleared', { worksheet: '1' }, null, 'mine').worksheetDrafts).toEqual([]);
  });
});
