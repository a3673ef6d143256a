import { call } from '../protocol/rest';
import type { MomentView } from '../protocol/types';
import { feelingWord, placeOf } from './list';

export const DAYS = 30;
const DAY = 24 * 3_600_000;

export interface Row {
  /** A basic feeling or one of the three; none: own words. */
  id: string | undefined;
  dots: { moment: MomentView; x: number }[];
}

/** The rows of the picture, in the order of the list, so that no row stands above another for what it is. */
export function rows(moments: readonly MomentView[], now: number, order: readonly string[]): Row[] {
  const found = new Map<string | undefined, Row>();
  for (const moment of recent(moments, now)) {
    const at = moment.feeling ? placeOf(moment.feeling) : undefined;
    const id = at?.basic ?? at?.top;
    const row = found.get(id) ?? { id, dots: [] };
    row.dots.push({ moment, x: 1 - (now - Date.parse(moment.at)) / (DAYS * DAY) });
    found.set(id, row);
  }
  const place = (id: string | undefined) => (id === undefined ? order.length : order.indexOf(id));
  return [...found.values()].sort((a, b) => place(a.id) - place(b.id));
}

export function recent(moments: readonly MomentView[], now: number): MomentView[] {
  return moments.filter((one) => now - Date.parse(one.at) < DAYS * DAY);
}

export function rowName(id: string | undefined, own: string): string {
  return id === undefined ? own : feelingWord(id);
}

interface Page {
  items: MomentView[];
  next: string | null;
}

/** All of the last days; what was kept with an earlier time may stand further back in the list, so one page more is read. */
export async function readRecent(now: number): Promise<MomentView[]> {
  const found: MomentView[] = [];
  let before = '';
  for (let more = true; more; ) {
    const page = await call<Page>('GET', `/api/v1/feelings?limit=100${before}`);
    found.push(...page.items);
    more = page.next !== null && page.items.some((one) => now - Date.parse(one.at) < DAYS * DAY);
    before = `&before=${encodeURIComponent(page.next ?? '')}`;
  }
  return found;
}
