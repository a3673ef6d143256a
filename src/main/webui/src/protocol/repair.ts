import type { FollowUpView, HavenEvent, RepairView, Snapshot } from './types';

/** What a device holds of making it right. */
export interface Repairs {
  /** Whole threads, newest attempt first: those of the last days, with a time ahead, or with a follow-up. */
  repairs: RepairView[];
  followUps: FollowUpView[];
  /** This person wants to hear nothing of repairs for now. */
  repairsMuted: boolean;
  /** This person would like one timeline for both. */
  repairTimelineShared: boolean;
}
type Told = Extract<HavenEvent, { kind: `repair.${string}` }>;

const SHOWN = 7 * 24 * 3_600_000;

export function noRepairs(): Repairs {
  return { repairs: [], followUps: [], repairsMuted: false, repairTimelineShared: false };
}

export function repairsOf(snapshot: Snapshot): Repairs {
  return {
    repairs: snapshot.repairs ?? [],
    followUps: snapshot.repairFollowUps ?? [],
    repairsMuted: snapshot.repairsMuted ?? false,
    repairTimelineShared: snapshot.repairTimelineShared ?? false,
  };
}

/** Reminders change nothing here: a page sees by the clock what is due. */
export function foldRepair(held: Repairs, event: Told): Partial<Repairs> {
  const { at, data, kind } = event;
  switch (kind) {
    case 'repair.offered':
      return { repairs: [{ ...data, giver: event.by ?? '', offeredAt: at }, ...current(held, at).filter((one) => one.repair !== data.repair)] };
    case 'repair.answered':
    case 'repair.withdrawn':
      return { repairs: held.repairs.map((one) => repairAfter(one, event)) };
    case 'repair.followUpAsked':
      return { followUps: [...besides(held, data.thread), { ...data, askedAt: at }] };
    case 'repair.followUpEnded':
      return { followUps: besides(held, data.thread) };
    case 'repair.muteChanged':
      return { repairsMuted: data.muted };
    case 'repair.timelineShared':
      return { repairTimelineShared: data.shared };
    default:
      return {};
  }
}

/** What an event makes of an attempt; the attempt itself where it is about another. */
export function repairAfter(one: RepairView, event: HavenEvent): RepairView {
  if (event.kind !== 'repair.answered' && event.kind !== 'repair.withdrawn') return one;
  if (event.data.repair !== one.repair) return one;
  if (event.kind === 'repair.withdrawn') {
    const { repair, thread, giver, offeredAt } = one;
    return { repair, thread, giver, offeredAt, withdrawnAt: event.at };
  }
  const { answer, until, words } = event.data;
  return { ...one, answer, answeredAt: event.at, until, answerWords: words };
}

function besides(held: Repairs, thread: string): FollowUpView[] {
  return held.followUps.filter((one) => one.thread !== thread);
}

function current(held: Repairs, now: string): RepairView[] {
  const still = (one: RepairView) => Date.parse(now) - Date.parse(one.offeredAt) < SHOWN || (one.until !== undefined && one.until > now);
  const threads = new Set([...held.repairs.filter(still), ...held.followUps].map((one) => one.thread));
  return held.repairs.filter((one) => threads.has(one.thread));
}
