import { changedBy } from '../protocol/gratitude';
import type { Entry } from '../protocol/device';
import type { Held } from '../protocol/fold';
import type { GratitudeView, HavenEvent } from '../protocol/types';

export type List = 'shared' | 'private';

/** What the device holds is newer than what was read, and is all there is without a network. */
export function merged(held: Held, list: List, read: GratitudeView[]): GratitudeView[] {
  const newest = list === 'shared' ? held.gratitudes : held.privateGratitudes;
  const known = new Set(newest.map((one) => one.gratitude));
  return [...newest, ...read.filter((one) => !known.has(one.gratitude))].sort((a, b) => b.at.localeCompare(a.at));
}

/** What was read earlier follows the events too. */
export function follow(read: GratitudeView[], event: HavenEvent): GratitudeView[] {
  switch (event.kind) {
    case 'gratitude.thanked':
    case 'gratitude.edited':
    case 'gratitude.pinned':
    case 'gratitude.unpinned':
    case 'words.erased':
      return read.map((one) => changedBy(one, event));
    default:
      return read;
  }
}

type Adding = Extract<Entry['command'], { kind: 'gratitude.add' }>;

/** Entries that are on their way, newest first. */
export function onTheirWay(pending: Entry[], list: List): Adding['data'][] {
  return pending
    .filter((one) => !one.problem)
    .map((one) => one.command)
    .filter((command): command is Adding => command.kind === 'gratitude.add')
    .filter((command) => (command.couple === undefined) === (list === 'private'))
    .map((command) => command.data)
    .reverse();
}

/** The day of UTC on which one entry comes back for both. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}
