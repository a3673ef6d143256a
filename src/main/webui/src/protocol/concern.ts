import type { Held } from './fold';
import type { ConcernView, HavenEvent } from './types';

type Told = Extract<HavenEvent, { kind: `concern.${string}` }>;

const ENDED_LAST = 7 * 24 * 3_600_000;

export function foldConcern(held: Held, event: Told): Held {
  const { data, at } = event;
  const id = data.concern;
  switch (event.kind) {
    case 'concern.kept':
      return { ...held, concernDrafts: [{ ...event.data, keptAt: at }, ...held.concernDrafts.filter((one) => one.concern !== id)] };
    case 'concern.discarded':
      return { ...held, concernDrafts: held.concernDrafts.filter((one) => one.concern !== id) };
    case 'concern.due':
      return { ...held, dueConcerns: [...held.dueConcerns.filter((one) => one !== id), id] };
    case 'concern.raised':
      return { ...held, concerns: [raised(event), ...recent(held.concerns, at).filter((one) => one.concern !== id)] };
    default: {
      const concerns = held.concerns.map((one) => (one.concern === id ? changedBy(one, event) : one));
      return { ...held, concerns, dueConcerns: held.dueConcerns.filter((one) => one !== id) };
    }
  }
}

function raised({ data, by, at }: Extract<Told, { kind: 'concern.raised' }>): ConcernView {
  const { parked, ...words } = data;
  return { ...words, author: by ?? '', raisedAt: at, state: parked ? 'parked' : 'open', ...(!parked && { openedAt: at }), heard: [] };
}

function changedBy(one: ConcernView, event: Told): ConcernView {
  const { at } = event;
  const { needsTimeUntil: _until, restedAt: _rested, ...rest } = one;
  switch (event.kind) {
    case 'concern.opened':
      return { ...rest, state: 'open', openedAt: at };
    case 'concern.heard':
      return { ...rest, heard: [...(one.heard ?? []), { at, words: event.data.words }] };
    case 'concern.timeNeeded':
      return { ...one, needsTimeUntil: event.data.until };
    case 'concern.closed':
      return { ...rest, state: 'closed', closedAt: at, how: event.data.how };
    case 'concern.rested':
      return { ...rest, state: 'parked', restedAt: at };
    case 'concern.withdrawn':
      return { concern: one.concern, author: one.author, raisedAt: one.raisedAt, state: 'withdrawn', withdrawnAt: at };
    default:
      return one;
  }
}

function recent(concerns: ConcernView[], now: string): ConcernView[] {
  return concerns.filter((one) => {
    const over = one.withdrawnAt ?? one.closedAt;
    return !over || Date.parse(now) - Date.parse(over) < ENDED_LAST;
  });
}
