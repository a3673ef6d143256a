import { AFTERGLOW } from './fold';
import { call } from './rest';
import type { Snapshot, TimeoutView } from './types';

/** What is open, and what ended lately: coming back has a page too, and a snapshot knows only open things. */
export async function wholeSnapshot(): Promise<Snapshot> {
  const snapshot = await call<Snapshot>('GET', '/api/v1/snapshot');
  if (!snapshot.streams.ours) return snapshot;
  const lately = await call<{ items: TimeoutView[] }>('GET', '/api/v1/timeouts?limit=5').catch(() => ({ items: [] }));
  const ended = lately.items.filter((one) => one.endedAt && Date.parse(snapshot.now) - Date.parse(one.endedAt) < AFTERGLOW);
  return { ...snapshot, talks: [...(snapshot.talks ?? []), ...ended] };
}
