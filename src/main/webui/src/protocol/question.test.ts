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

function told(held: Held, kind: string, data: object, by: string | null = SAM, stream: 'ours' | 'mine' = 'ours'): Held {
  const { epoch, seq } = held.positions[stream]!;
  const at = `2026-11-21T18:0${seq}:00.000Z`;
  const step = apply(held, { type: 'event', stream, epoch, seq: seq + 1, command: 'x', at, by, kind, data } as unknown as HavenEvent);
  if (typeof step === 'string') throw new Error(step);
  return step.held;
}

const drawn = { question: '1', depth: 'light', deck: 'light_07' };

describe('folding questions', () => {
  it('gives what the server reads, from the drawing to the words back', () => {
    let held = told(start, 'question.drawn', drawn);
    expect(held.questions).toEqual([{ ...drawn, drawer: SAM, drawnAt: '2026-11-21T18:00:00.000Z', state: 'open' }]);
    const answers = [{ by: ALEX, words: 'The lake.' }, { by: SAM, words: 'The winter.' }];
    held = told(held, 'question.revealed', { question: '1', answers, turn: ALEX }, null);
    expect(held.questions[0]).toMatchObject({ state: 'revealed', revealedAt: '2026-11-21T18:01:00.000Z', answers, thanked: [] });
    expect(held.questionTurn).toEqual({ whose: ALEX, free: '2026-11-22T18:01:00.000Z' });
    held = told(held, 'question.thanked', { question: '1' });
    held = told(held, 'question.thanked', { question: '1', words: 'I did not know.' }, ALEX);
    expect(held.questions[0]?.thanked).toEqual([
      { by: SAM, at: '2026-11-21T18:02:00.000Z' },
      { by: ALEX, at: '2026-11-21T18:03:00.000Z', words: 'I did not know.' },
    ]);
  });

  it('drops what was let go, and shows the next one for the same turn', () => {
    let held = told(start, 'question.drawn', drawn);
    held = told(held, 'question.skipped', { question: '1', next: '2', depth: 'light', own: 'o' }, ALEX);
    expect(held.questions).toEqual([{ question: '2', depth: 'light', own: 'o', drawer: SAM, drawnAt: '2026-11-21T18:01:00.000Z', state: 'open' }]);
    expect(held.questionTurn).toBeNull();
    held = told(held, 'question.skipped', { question: '2', turn: ALEX });
    expect(held.questions).toEqual([]);
    expect(held.questionTurn?.whose).toBe(ALEX);
    expect(told(held, 'question.passed', { to: SAM }, ALEX).questionTurn?.whose).toBe(SAM);
  });

  it('keeps one’s own answer on one’s own stream until it is put away', () => {
    const kept = { question: '1', couple: 'c', words: 'Half a sentence.' };
    let held = told(start, 'question.kept', kept, ALEX, 'mine');
    held = told(held, 'question.kept', { ...kept, words: 'All of it.' }, ALEX, 'mine');
    expect(held.questionDrafts).toEqual([{ ...kept, words: 'All of it.', ready: false, keptAt: '2026-11-21T18:01:00.000Z' }]);
    held = told(held, 'question.readyChanged', { question: '1', ready: true }, ALEX, 'mine');
    expect(held.questionDrafts[0]?.ready).toBe(true);
    expect(withoutOurs(held).questionDrafts).toHaveLength(1);
    expect(told(held, 'question.cleared', { question: '1' }, null, 'mine').questionDrafts).toEqual([]);
    expect(told(held, 'question.discarded', { question: '1' }, ALEX, 'mine').questionDrafts).toEqual([]);
  });

  it('has the questions that both added, and drops them with the space', () => {
    const held = told(start, 'question.added', { own: 'o', depth: 'deep', words: 'What do you dream of?' });
    expect(held.ownQuestions).toEqual([{ own: 'o', author: SAM, addedAt: '2026-11-21T18:00:00.000Z', depth: 'deep', words: 'What do you dream of?' }]);
    expect(withoutOurs(held).ownQuestions).toEqual([]);
  });

  it('starts from the snapshot', () => {
    const held = fromSnapshot(start, {
      now: '2026-11-21T18:00:00.000Z', streams: {}, timeouts: [], questionTurn: { whose: SAM, free: '2026-11-22T18:00:00.000Z' },
    } as Snapshot);
    expect(held.questionTurn?.whose).toBe(SAM);
    expect(held.questions).toEqual([]);
  });
});
