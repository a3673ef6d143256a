import { describe, expect, it } from 'vitest';
import { fold, nothingHeld, withoutOurs, type Held } from './fold';
import type { HavenEvent } from './types';

const ALEX = 'alex';
const SAM = 'sam';
let seq = 0;

function event(kind: string, data: object, by: string | null = ALEX, stream = 'ours'): HavenEvent {
  seq += 1;
  return { type: 'event', stream, epoch: 'e', seq, command: 'c', at: `2026-11-21T18:00:0${seq % 10}.000Z`, by, kind, data } as HavenEvent;
}

function after(...events: HavenEvent[]): Held {
  seq = 0;
  return events.reduce(fold, nothingHeld(SAM));
}

const words = { need: 'n', statement: 'To be near.', feeling: 'Alone', request: 'Eat with me?' };
const reminder = { need: 'n', reminder: 'r', words: 'Words.', times: ['08:00'], weekdays: ['monday'] };

describe('needs', () => {
  it('keep what is one\u2019s own apart from what is shared', () => {
    const held = after(
      event('need.kept', words, SAM, 'mine'),
      event('need.shared', words, SAM),
      event('need.changed', { ...words, statement: 'Rest.' }, SAM, 'mine'),
    );
    expect(held.ownNeeds).toMatchObject([{ statement: 'Rest.' }]);
    expect(held.needs).toMatchObject([{ statement: 'To be near.', author: SAM }]);
  });

  it('open the answer anew with a new version, and keep when it was first shared', () => {
    const held = after(
      event('need.shared', words),
      event('need.answered', { need: 'n', answer: 'other', words: 'Tomorrow?' }, SAM),
      event('need.answered', { need: 'n', answer: 'yes' }, SAM),
    );
    expect(held.needs[0]).toMatchObject({ answer: 'yes' });
    expect(held.needs[0]).not.toHaveProperty('answerWords');
    const anew = fold(held, event('need.shared', { ...words, statement: 'Other.' }));
    expect(anew.needs).toHaveLength(1);
    expect(anew.needs[0]?.sharedAt).toBe(held.needs[0]?.sharedAt);
    expect(anew.needs[0]).not.toHaveProperty('answer');
  });

  it('leave the times of what was taken back and nothing of what was thrown away', () => {
    const shared = after(event('need.shared', words), event('need.kept', words, SAM, 'mine'));
    const gone = fold(shared, event('words.erased', { kind: 'need', id: 'n' }));
    expect(Object.keys(gone.needs[0] ?? {}).sort()).toEqual(['author', 'erased', 'need', 'sharedAt', 'takenBackAt']);
    expect(gone.ownNeeds).toHaveLength(1);
    expect(fold(gone, event('words.erased', { kind: 'need', id: 'n' }, SAM, 'mine')).ownNeeds).toEqual([]);
  });

  it('follow a reminder from the question to its end', () => {
    const asked = after(event('need.shared', words), event('need.remindProposed', reminder));
    expect(asked.needs[0]?.reminder).toMatchObject({ agreed: false, words: 'Words.' });
    const agreed = fold(asked, event('need.remindAgreed', { need: 'n', reminder: 'r' }, SAM));
    expect(agreed.needs[0]?.reminder?.agreed).toBe(true);
    const paused = fold(fold(agreed, event('need.reminded', { need: 'n' }, null, 'mine')), event('need.remindPaused', { need: 'n' }, SAM, 'mine'));
    expect(paused.needReminders).toMatchObject([{ need: 'n', paused: true }]);
    expect(fold(paused, event('need.remindResumed', { need: 'n' }, SAM, 'mine')).needReminders[0]).not.toHaveProperty('paused');
    expect(fold(paused, event('need.remindStopped', { need: 'n' }, SAM)).needs[0]).not.toHaveProperty('reminder');
  });

  it('hear and ask about a boundary', () => {
    const boundary = { boundary: 'b', protects: 'Sleep.', will: 'I will go to bed.' };
    const held = after(
      event('boundary.shared', boundary),
      event('boundary.acknowledged', { boundary: 'b' }, SAM),
      event('boundary.asked', { boundary: 'b', words: 'When?' }, SAM),
    );
    expect(held.boundaries[0]).toMatchObject({ question: 'When?' });
    expect(fold(held, event('boundary.shared', boundary)).boundaries[0]).not.toHaveProperty('question');
    expect(withoutOurs(held).boundaries).toEqual([]);
  });
});
