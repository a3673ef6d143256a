import type { ActivityView, HavenEvent } from './types';

type Told = Extract<HavenEvent, { kind: `activity.${string}` }>;

const SHOWN = 24 * 3_600_000;

/** What is offered or under way, and what ended within a day. */
export function foldActivity(activities: ActivityView[], event: Told): ActivityView[] {
  const { at, by } = event;
  if (event.kind === 'activity.offered') {
    return [{ ...event.data, offeredBy: by ?? '', offeredAt: at, state: 'offered' }, ...recent(activities, at)];
  }
  return activities.map((one) => (one.activity === event.data.activity ? changedBy(one, event) : one));
}

function changedBy({ activity, offeredBy, offeredAt, which }: ActivityView, event: Exclude<Told, { kind: 'activity.offered' }>): ActivityView {
  const same = { activity, offeredBy, offeredAt, which };
  switch (event.kind) {
    case 'activity.answered':
      if (event.data.answer === 'not_now') return { ...same, state: 'over', answer: 'not_now', overAt: event.at };
      return { ...same, state: 'running', ...underWay(event.data) };
    case 'activity.passed':
      return { ...same, state: 'running', ...underWay(event.data) };
    case 'activity.ended':
    case 'activity.faded':
      return { ...same, state: 'over', overAt: event.at };
  }
}

function underWay({ step, turn, until }: { step?: number; turn?: string; until?: string }): Partial<ActivityView> {
  return { ...(step && { step }), ...(turn && { turn }), ...(until && { until }) };
}

function recent(activities: ActivityView[], now: string): ActivityView[] {
  return activities.filter((one) => !one.overAt || Date.parse(now) - Date.parse(one.overAt) < SHOWN);
}
