import type { HavenEvent } from './types';

/** "No big decisions until …", on the one who places it. */
export interface HoldView {
  hold: string;
  until: string;
  words?: string | null;
}

/** What its owner shows of a hold; both read the same. */
export interface SharedHoldView extends HoldView {
  owner: string;
  erased?: boolean;
}

export interface HoldSnapshot {
  holds?: HoldView[];
  sharedHolds?: SharedHoldView[];
}

export interface HoldCommands {
  'hold.place': { hold: string; until: string; words?: string };
  'hold.lift': { hold: string };
  'hold.share': { hold: string; until: string; words?: string };
  'hold.unshare': { hold: string };
}

export interface HoldEvents {
  'hold.placed': { hold: string; until: string; words?: string | null };
  'hold.lifted': { hold: string };
  'hold.over': { hold: string };
  'hold.shared': { hold: string; until: string; words?: string | null };
  'hold.unshared': { hold: string };
}

/** What a device holds of holds. */
export interface Holds {
  /** One's own that stand, the one placed last first. */
  holds: HoldView[];
  /** Those that either one shows. Screens leave out what is over: nothing is told of that. */
  sharedHolds: SharedHoldView[];
  /** One's own whose time came, and when; without their words. */
  holdsOver: { hold: string; at: string }[];
}

type OfHold = Extract<HavenEvent, { kind: `hold.${string}` }>;

const OVER_LASTS = 24 * 3_600_000;

export function noHolds(): Holds {
  return { holds: [], sharedHolds: [], holdsOver: [] };
}

export function holdsOf(snapshot: HoldSnapshot): Pick<Holds, 'holds' | 'sharedHolds'> {
  return { holds: snapshot.holds ?? [], sharedHolds: snapshot.sharedHolds ?? [] };
}

export function foldHold(held: Holds, event: OfHold): Partial<Holds> {
  const { at, by } = event;
  const id = event.data.hold;
  const others = held.holds.filter((one) => one.hold !== id);
  const otherShared = held.sharedHolds.filter((one) => one.hold !== id && one.until > at);
  switch (event.kind) {
    case 'hold.placed':
      return { holds: [event.data, ...others], holdsOver: held.holdsOver.filter((one) => one.hold !== id) };
    case 'hold.lifted':
      return { holds: others };
    case 'hold.over': {
      const recent = held.holdsOver.filter((one) => Date.parse(at) - Date.parse(one.at) < OVER_LASTS);
      return { holds: others, holdsOver: [{ hold: id, at }, ...recent] };
    }
    case 'hold.shared':
      return by ? { sharedHolds: [{ ...event.data, owner: by }, ...otherShared] } : {};
    case 'hold.unshared':
      return { sharedHolds: otherShared };
  }
}
