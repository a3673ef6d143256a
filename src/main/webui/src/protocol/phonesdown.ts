import type { HavenEvent } from './types';

/** A time with the phones away, the same for both. */
export interface PhonesDownView {
  slot: string;
  proposedBy: string;
  proposedAt: string;
  /** Left out where it begins with the yes. */
  startAt?: string;
  minutes: number;
  state: 'proposed' | 'agreed' | 'running' | 'over';
  /** While it runs. */
  until?: string;
  notNow?: true;
  overAt?: string;
}

export interface PhonesDownParts {
  /** What stands, and what ended within a day. */
  phonesDown: PhonesDownView[];
}

export interface PhonesDownCommands {
  'phonesDown.propose': { slot: string; startAt?: string; minutes: number };
  'phonesDown.accept': { slot: string };
  'phonesDown.notNow': { slot: string };
  'phonesDown.end': { slot: string };
  'phonesDown.withdraw': { slot: string };
}

export interface PhonesDownEvents {
  'phonesDown.proposed': { slot: string; startAt?: string; minutes: number };
  'phonesDown.accepted': { slot: string; until?: string };
  'phonesDown.saidNotNow': { slot: string };
  'phonesDown.withdrawn': { slot: string };
  'phonesDown.soon': { slot: string; startAt: string };
  'phonesDown.begun': { slot: string; until: string };
  'phonesDown.ended': { slot: string };
  'phonesDown.faded': { slot: string };
}

type Told = Extract<HavenEvent, { kind: `phonesDown.${string}` }>;

const SHOWN = 24 * 3_600_000;

export function foldPhonesDown(all: PhonesDownView[], event: Told): PhonesDownView[] {
  const { at, by } = event;
  if (event.kind === 'phonesDown.proposed') {
    return [{ ...event.data, proposedBy: by ?? '', proposedAt: at, state: 'proposed' }, ...recent(all, at)];
  }
  return all.map((one) => (one.slot === event.data.slot ? changedBy(one, event) : one));
}

function changedBy(one: PhonesDownView, event: Exclude<Told, { kind: 'phonesDown.proposed' }>): PhonesDownView {
  const { slot, proposedBy, proposedAt, startAt, minutes } = one;
  const same = { slot, proposedBy, proposedAt, minutes, ...(startAt && { startAt }) };
  switch (event.kind) {
    case 'phonesDown.accepted':
      return event.data.until ? { ...same, state: 'running', until: event.data.until } : { ...same, state: 'agreed' };
    case 'phonesDown.begun':
      return { ...same, state: 'running', until: event.data.until };
    case 'phonesDown.saidNotNow':
      return { ...same, state: 'over', notNow: true, overAt: event.at };
    case 'phonesDown.soon':
      return one;
    case 'phonesDown.withdrawn':
    case 'phonesDown.ended':
    case 'phonesDown.faded':
      return { ...same, state: 'over', overAt: event.at };
  }
}

function recent(all: PhonesDownView[], now: string): PhonesDownView[] {
  return all.filter((one) => !one.overAt || Date.parse(now) - Date.parse(one.overAt) < SHOWN);
}
