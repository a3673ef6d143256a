import type { HavenEvent } from './types';

/** A small resentment; its owner's alone. */
export interface ResentmentView {
  resentment: string;
  words?: string | null;
  about?: string | null;
  keptAt: string;
  raisedAt?: string;
}

export interface TankSnapshot {
  tank?: ResentmentView[];
}

export interface TankCommands {
  'tank.keep': { resentment: string; words: string; about?: string };
  'tank.letGo': { resentment: string };
  'tank.raise': { resentment: string };
}

export interface TankEvents {
  'tank.kept': { resentment: string; words: string | null; about?: string | null };
  'tank.letGo': { resentment: string };
  'tank.raised': { resentment: string };
}

type OfTank = Extract<HavenEvent, { kind: `tank.${string}` }>;

/** The one kept last first; new words leave the mark that it was raised. */
export function foldTank(tank: ResentmentView[], event: OfTank): ResentmentView[] {
  const { at } = event;
  const id = event.data.resentment;
  const others = tank.filter((one) => one.resentment !== id);
  switch (event.kind) {
    case 'tank.kept': {
      const raisedAt = tank.find((one) => one.resentment === id)?.raisedAt;
      return [{ ...event.data, keptAt: at, ...(raisedAt && { raisedAt }) }, ...others];
    }
    case 'tank.letGo':
      return others;
    case 'tank.raised':
      return tank.map((one) => (one.resentment === id ? { ...one, raisedAt: at } : one));
  }
}
