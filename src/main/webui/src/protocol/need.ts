import type {
  BoundaryView, HavenEvent, NeedReminderView, NeedView, OwnBoundaryView, OwnNeedView, Snapshot,
} from './types';

type Erased = Extract<HavenEvent, { kind: 'words.erased' }>;
type OfNeed = Extract<HavenEvent, { kind: `need.${string}` }>;
type OfBoundary = Extract<HavenEvent, { kind: `boundary.${string}` }>;

/** What a device holds of needs and boundaries. */
export interface Needs {
  /** Shared ones, and those taken back in the last days. */
  needs: NeedView[];
  boundaries: BoundaryView[];
  /** What this person keeps for themselves, newest first. */
  ownNeeds: OwnNeedView[];
  ownBoundaries: OwnBoundaryView[];
  /** What this person knows of the reminders they agreed to. */
  needReminders: NeedReminderView[];
}

const TAKEN_BACK_LAST = 7 * 24 * 3_600_000;

export function noNeeds(): Needs {
  return { needs: [], boundaries: [], ownNeeds: [], ownBoundaries: [], needReminders: [] };
}

export function needsOf(snapshot: Snapshot): Needs {
  return {
    needs: snapshot.needs ?? [],
    boundaries: snapshot.boundaries ?? [],
    ownNeeds: snapshot.ownNeeds ?? [],
    ownBoundaries: snapshot.ownBoundaries ?? [],
    needReminders: snapshot.needReminders ?? [],
  };
}

export function foldNeed(held: Needs, event: OfNeed): Partial<Needs> {
  const { at, by } = event;
  const id = event.data.need;
  switch (event.kind) {
    case 'need.kept':
      return { ownNeeds: [{ ...event.data, versionAt: at }, ...held.ownNeeds.filter((one) => one.need !== id)] };
    case 'need.changed':
      return { ownNeeds: held.ownNeeds.map((one) => (one.need === id ? { ...event.data, versionAt: at } : one)) };
    case 'need.shared': {
      const before = held.needs.find((one) => one.need === id);
      const view: NeedView = {
        ...event.data, author: by ?? '', sharedAt: before?.sharedAt ?? at, versionAt: at, ...(before?.reminder && { reminder: before.reminder }),
      };
      return { needs: before ? held.needs.map((one) => (one === before ? view : one)) : [view, ...recent(held.needs, at)] };
    }
    case 'need.reminded':
      return ofReminder(held, id, (one) => ({ ...one, remindedAt: at }));
    case 'need.remindPaused':
      return ofReminder(held, id, ({ pausedUntil: _, ...one }) => ({ ...one, paused: true, ...(event.data.until && { pausedUntil: event.data.until }) }));
    case 'need.remindResumed':
      return ofReminder(held, id, ({ paused: _, pausedUntil: _until, ...one }) => one);
    default:
      return { needs: held.needs.map((one) => (one.need === id ? changedBy(one, event) : one)) };
  }
}

function changedBy(one: NeedView, event: OfNeed): NeedView {
  switch (event.kind) {
    case 'need.answered': {
      const { answerWords: _, ...rest } = one;
      const { answer, words } = event.data;
      return { ...rest, answer, answeredAt: event.at, ...(words !== undefined && { answerWords: words }) };
    }
    case 'need.remindProposed': {
      const { need: _, ...reminder } = event.data;
      return { ...one, reminder: { ...reminder, agreed: false } };
    }
    case 'need.remindAgreed':
      return one.reminder ? { ...one, reminder: { ...one.reminder, agreed: true } } : one;
    case 'need.remindStopped': {
      const { reminder: _, ...rest } = one;
      return rest;
    }
    default:
      return one;
  }
}

function ofReminder(held: Needs, need: string, change: (one: NeedReminderView) => NeedReminderView): Partial<Needs> {
  const others = held.needReminders.filter((one) => one.need !== need);
  const one = held.needReminders.find((reminder) => reminder.need === need) ?? { need };
  return { needReminders: [...others, change(one)].sort((a, b) => a.need.localeCompare(b.need)) };
}

export function foldBoundary(held: Needs, event: OfBoundary): Partial<Needs> {
  const { at, by } = event;
  const id = event.data.boundary;
  switch (event.kind) {
    case 'boundary.kept':
      return { ownBoundaries: [{ ...event.data, versionAt: at }, ...held.ownBoundaries.filter((one) => one.boundary !== id)] };
    case 'boundary.changed':
      return { ownBoundaries: held.ownBoundaries.map((one) => (one.boundary === id ? { ...event.data, versionAt: at } : one)) };
    case 'boundary.shared': {
      const before = held.boundaries.find((one) => one.boundary === id);
      const view: BoundaryView = { ...event.data, author: by ?? '', sharedAt: before?.sharedAt ?? at, versionAt: at };
      return { boundaries: before ? held.boundaries.map((one) => (one === before ? view : one)) : [view, ...recent(held.boundaries, at)] };
    }
    case 'boundary.acknowledged':
      return { boundaries: held.boundaries.map((one) => (one.boundary === id ? { ...one, acknowledgedAt: at } : one)) };
    case 'boundary.asked': {
      const question = event.data.words;
      return { boundaries: held.boundaries.map((one) => (one.boundary === id ? { ...one, askedAt: at, question } : one)) };
    }
  }
}

/** Of what was shared the times stay; of what was kept alone nothing does. */
export function withoutWords(held: Needs, { data, stream, at }: Erased): Partial<Needs> {
  const { id } = data;
  if (stream === 'mine') {
    return data.kind === 'need'
      ? { ownNeeds: held.ownNeeds.filter((one) => one.need !== id) }
      : { ownBoundaries: held.ownBoundaries.filter((one) => one.boundary !== id) };
  }
  const trace = { takenBackAt: at, erased: true };
  if (data.kind === 'need') {
    return { needs: held.needs.map((one) => (one.need === id ? { need: id, author: one.author, sharedAt: one.sharedAt, ...trace } : one)) };
  }
  return {
    boundaries: held.boundaries.map((one) =>
      one.boundary === id ? { boundary: id, author: one.author, sharedAt: one.sharedAt, ...trace } : one,
    ),
  };
}

function recent<T extends { takenBackAt?: string }>(all: T[], now: string): T[] {
  return all.filter((one) => !one.takenBackAt || Date.parse(now) - Date.parse(one.takenBackAt) < TAKEN_BACK_LAST);
}
