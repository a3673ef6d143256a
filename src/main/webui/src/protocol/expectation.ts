import type { Held } from './fold';
import type { ExpectationView, HavenEvent } from './types';

type Told = Extract<HavenEvent, { kind: `expectation.${string}` }>;

const REVEALED_LAST = 30 * 24 * 3_600_000;

/** What is kept goes by its own stream: it stays until that says so, also when it is revealed. */
export function foldExpectation(held: Held, event: Told): Held {
  const { at, kind, data } = event;
  const id = data.expectation;
  const others = held.expectationDrafts.filter((one) => one.expectation !== id);
  switch (kind) {
    case 'expectation.kept':
      return { ...held, expectationDrafts: [{ ...data, ready: false, keptAt: at }, ...others] };
    case 'expectation.discarded':
    case 'expectation.cleared':
      return { ...held, expectationDrafts: others };
    case 'expectation.readyChanged': {
      const expectationDrafts = held.expectationDrafts.map((one) => (one.expectation === id ? { ...one, ready: data.ready } : one));
      return { ...held, expectationDrafts };
    }
    case 'expectation.opened': {
      const opened: ExpectationView = { ...data, openedBy: event.by ?? '', openedAt: at, state: 'open' };
      return { ...held, expectations: [opened, ...recent(held.expectations, at).filter((one) => one.expectation !== id)] };
    }
    case 'expectation.revealed':
      return change(held, id, (one) => ({ ...one, state: 'revealed', revealedAt: at, answers: data.answers, marks: {} }));
    case 'expectation.marked':
      return change(held, id, (one) => {
        const by = event.by ?? '';
        return { ...one, marks: { ...one.marks, [by]: { ...one.marks?.[by], [data.line]: data.mark } } };
      });
    default:
      return held;
  }
}

function change(held: Held, id: string, to: (one: ExpectationView) => ExpectationView): Held {
  return { ...held, expectations: held.expectations.map((one) => (one.expectation === id ? to(one) : one)) };
}

function recent(all: ExpectationView[], now: string): ExpectationView[] {
  return all.filter(({ revealedAt }) => !revealedAt || Date.parse(now) - Date.parse(revealedAt) < REVEALED_LAST);
}
