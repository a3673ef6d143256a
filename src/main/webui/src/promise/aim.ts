import { openAgreement } from '../agreement/agreements';
import type { Held } from '../protocol/fold';
import { session } from '../protocol/session.svelte';
import type { Link } from '../protocol/types';
import { openThread } from '../repair/aim';
import { routes } from '../router.svelte';
import type { Key } from '../words/words.svelte';

/** What the next promise grows out of. It is kept on this device: a page's address says nothing about it. */
export interface Aim {
  from?: Link;
  /** What was said there, for a look while writing; it is not sent. */
  said?: string;
}
const AIM = 'promise.aim';

export function aimAt(aim: Aim): void {
  session.remember(AIM, aim.from ? aim : undefined);
}

export function aim(): Aim {
  return session.recall<Aim>(AIM) ?? {};
}

interface Origin {
  what: Key;
  href: string;
  /** Before the page is opened: which of its things it shows. */
  show?: (held: Held, id: string) => void;
}
const origins: Record<string, Origin> = {
  agreement: { what: 'promise.fromAgreement', href: '/agreements/one', show: (_held, id) => openAgreement(id) },
  bid: { what: 'promise.fromBid', href: '/bids' },
  checkin: { what: 'promise.fromCheckin', href: '/today' },
  concern: { what: 'promise.fromConcern', href: '/concern' },
  moment: { what: 'promise.fromFeeling', href: '/feelings/shared' },
  need: { what: 'promise.fromNeed', href: '/needs' },
  repair: { what: 'promise.fromRepair', href: '/repairs/thread', show: openRepair },
  timeout: { what: 'promise.fromTimeout', href: '/together' },
  weekly: { what: 'promise.fromWeekly', href: '/weekly' },
};

/** What it grew out of, and the way back there, as far as this app has one. */
export function originOf(from: Link | undefined): { what: Key; href?: string; show?: Origin['show'] } | undefined {
  if (!from) return undefined;
  const known = origins[from.kind];
  if (!known) return { what: 'promise.fromOther' };
  const there = routes.some((route) => route.path === known.href);
  return { what: known.what, ...(there && { href: known.href, show: known.show }) };
}

function openRepair(held: Held, id: string): void {
  const repair = held.repairs.find((one) => one.repair === id);
  openThread(repair?.thread ?? id);
}
