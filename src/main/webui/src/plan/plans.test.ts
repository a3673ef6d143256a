import { beforeAll, describe, expect, it } from 'vitest';
import { fold, nothingHeld, withoutOurs, type Held } from '../protocol/fold';
import type { HavenEvent, PlanView } from '../protocol/types';
import { loadInnerWords } from '../words/words.svelte';
import { mark, plansToShow, readKey } from './plans';
import { spokenPlan } from './spoken';

const AT = '2026-11-21T18:00:00.000Z';
const theirs: PlanView = { plan: 'p', maker: 'alex', madeAt: AT, words: 'A walk.' };
const mine: PlanView = { plan: 'm', maker: 'sam', madeAt: AT, words: 'A swim.' };
const held = (...plans: PlanView[]): Held => ({ ...nothingHeld('sam'), couple: 'c', plans });
const event = (kind: string, data: object, by: string | null = 'alex', stream = 'ours') =>
  ({ type: 'event', stream, epoch: 'e', seq: 1, command: 'c', at: AT, by, kind, data }) as HavenEvent;
const nothingRead = () => undefined;

describe('what the home page shows of plans', () => {
  it('is a plan of the other until it is put away, and an answer to mine', () => {
    expect(plansToShow(held(theirs, mine), nothingRead)).toEqual([theirs]);
    expect(plansToShow(held(theirs), (key) => (key === readKey(theirs) ? mark(theirs, 'sam') : undefined))).toEqual([]);
    const answered = { ...mine, answer: 'gladly' as const, answeredAt: AT };
    expect(plansToShow(held(answered), nothingRead)).toEqual([answered]);
    expect(plansToShow(held(answered), () => AT)).toEqual([]);
  });

  it('is nothing beside a time-out', () => {
    const timeouts = [{ timeout: 't' }] as Held['timeouts'];
    expect(plansToShow({ ...held(theirs), timeouts }, nothingRead)).toEqual([]);
  });
});

describe('folding plans', () => {
  it('makes, answers, leads and lets go', () => {
    let now = fold(held(), event('plan.made', { plan: 'p', words: 'A walk.', lead: true, surprise: true }));
    expect(now.plans).toEqual([{ plan: 'p', maker: 'alex', madeAt: AT, words: 'A walk.', surprise: true, leader: 'alex' }]);
    now = fold(now, event('plan.answered', { plan: 'p', answer: 'kind_thought', words: 'Oh!' }, 'sam'));
    expect(now.plans[0]).toMatchObject({ answer: 'kind_thought', answeredAt: AT, answerWords: 'Oh!' });
    now = fold(now, event('plan.leadChanged', { plan: 'p', lead: false }));
    expect(now.plans[0]).not.toHaveProperty('leader');
    now = fold(now, event('plan.leadChanged', { plan: 'p', lead: true }, 'sam'));
    expect(now.plans[0]?.leader).toBe('sam');
    expect(fold(now, event('plan.letGo', { plan: 'p' }, 'sam')).plans).toEqual([]);
  });

  it('keeps a surprise with its author until it has opened, and drops it with the space', () => {
    const hidden = { plan: 'h', couple: 'c', words: 'Cake.' };
    const now = fold(held(), event('plan.hidden', hidden, 'sam', 'mine'));
    expect(now.hiddenPlans).toEqual([hidden]);
    expect(withoutOurs(now).hiddenPlans).toEqual([]);
    expect(fold(now, event('plan.passedOn', { plan: 'h' }, null, 'mine')).hiddenPlans).toEqual([]);
    expect(fold(now, event('plan.discarded', { plan: 'h' }, 'sam', 'mine')).hiddenPlans).toEqual([]);
  });

  it('puts ideas in the box and takes them back', () => {
    const now = fold(held(), event('idea.added', { idea: 'i', words: 'Kites.' }));
    expect(now.ideas).toEqual([{ idea: 'i', author: 'alex', addedAt: AT, words: 'Kites.' }]);
    expect(fold(now, event('idea.takenBack', { idea: 'i' })).ideas).toEqual([]);
  });

  it('lets a plan rest a month after its time', () => {
    const old = { ...theirs, plan: 'old', madeAt: '2026-10-01T00:00:00.000Z' };
    const now = fold(held(old), event('plan.made', { plan: 'p', words: 'A walk.' }));
    expect(now.plans.map((one) => one.plan)).toEqual(['p']);
  });
});

describe('what is said of plans', () => {
  beforeAll(loadInnerWords);

  it('names a surprise as one, and nothing beside a time-out', () => {
    const made = event('plan.made', { plan: 'p', words: 'A walk.', surprise: true });
    expect(spokenPlan(made, held(), 'Alex')).toBe('A surprise from Alex: A walk.');
    expect(spokenPlan(event('plan.made', { plan: 'p', words: null }), held(), 'Alex')).toBeUndefined();
    expect(spokenPlan(event('plan.answered', { plan: 'p', answer: 'gladly' }), held(), 'Alex')).toBe('To your plan, Alex says: Yes, gladly');
    expect(spokenPlan(made, { ...held(), timeouts: [{ timeout: 't' }] as Held['timeouts'] }, 'Alex')).toBeUndefined();
  });
});
