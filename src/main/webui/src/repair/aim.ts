import { session } from '../protocol/session.svelte';
import type { Link } from '../protocol/types';

/** What the next attempt is about. It is kept on this device: a page's address says nothing about it. */
export interface Aim {
  thread?: string;
  about?: Link;
}
const AIM = 'repair.aim';
const THREAD = 'repair.thread';

export function aimAt(aim: Aim): void {
  session.remember(AIM, aim.thread || aim.about ? aim : undefined);
}

export function aim(): Aim {
  return session.recall<Aim>(AIM) ?? {};
}

/** Which thread its page shows. */
export function openThread(thread: string): void {
  session.remember(THREAD, thread);
}

export function threadOpen(): string | undefined {
  return session.recall<string>(THREAD);
}
