import type { Held } from './fold';
import type { HavenEvent, PlanView } from './types';

type Told = Extract<HavenEvent, { kind: `plan.${string}` | `idea.${string}` }>;

const SHOWN = 30 * 24 * 3_600_000;

/** What happened to an idea, to a plan of both, or to a surprise of one's own. */
export function foldPlan(held: Held, event: Told): Held {
  const { at, by } = event;
  switch (event.kind) {
    case 'idea.added':
      return by ? { ...held, ideas: [{ ...event.data, author: by, addedAt: at }, ...held.ideas] } : held;
    case 'idea.takenBack':
      return { ...held, ideas: held.ideas.filter((one) => one.idea !== event.data.idea) };
    case 'plan.made':
      return by ? { ...held, plans: [made(event, by), ...recent(held.plans, at)] } : held;
    case 'plan.answered': {
      const { answer, words } = event.data;
      return change(held, event.data.plan, (one) => ({ ...one, answer, answeredAt: at, answerWords: words }));
    }
    case 'plan.leadChanged':
      return change(held, event.data.plan, ({ leader: _, ...one }) => ({ ...one, ...(event.data.lead && by && { leader: by }) }));
    case 'plan.letGo':
      return { ...held, plans: held.plans.filter((one) => one.plan !== event.data.plan) };
    case 'plan.hidden':
      return { ...held, hiddenPlans: [event.data, ...held.hiddenPlans] };
    case 'plan.discarded':
    case 'plan.passedOn':
      return { ...held, hiddenPlans: held.hiddenPlans.filter((one) => one.plan !== event.data.plan) };
  }
}

function made({ data, at }: Extract<Told, { kind: 'plan.made' }>, by: string): PlanView {
  const { lead, ...rest } = data;
  return { ...rest, maker: by, madeAt: at, ...(lead && { leader: by }) };
}

function change(held: Held, plan: string, to: (one: PlanView) => PlanView): Held {
  return { ...held, plans: held.plans.map((one) => (one.plan === plan ? to(one) : one)) };
}

function recent(plans: PlanView[], now: string): PlanView[] {
  return plans.filter((one) => Date.parse(now) - Date.parse(one.at ?? one.madeAt) < SHOWN);
}
