import { session } from '../protocol/session.svelte';
import type { RhythmView } from '../protocol/weekly';
import { weekday } from '../words/when';
import { t } from '../words/words.svelte';
import { formWords } from './weeklies';

/** "Every Sunday at 18:30, one hour"; the zone where it is another than one's own. */
export function dayText({ weekday: day, time, zone, form }: RhythmView): string {
  const values = { day: weekday(day), time: time.slice(0, 5), length: t(formWords[form].name), zone };
  return zone === session.me?.timeZone ? t('weekly.every', values) : t('weekly.everyZone', values);
}
