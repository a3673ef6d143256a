import type { Held } from './fold';
import type { HavenEvent, WorksheetView } from './types';

type Told = Extract<HavenEvent, { kind: `worksheet.${string}` }>;

const CLOSED_LAST = 30 * 24 * 3_600_000;

/** What is kept goes by its own stream: it stays until that says so, also when it is revealed. */
export function foldWorksheet(held: Held, event: Told): Held {
  const { at, kind, data } = event;
  const id = data.worksheet;
  const others = held.worksheetDrafts.filter((one) => one.worksheet !== id);
  switch (kind) {
    case 'worksheet.kept':
      return { ...held, worksheetDrafts: [{ ...data, ready: false, keptAt: at }, ...others] };
    case 'worksheet.discarded':
    case 'worksheet.cleared':
      return { ...held, worksheetDrafts: others };
    case 'worksheet.readyChanged': {
      const worksheetDrafts = held.worksheetDrafts.map((one) => (one.worksheet === id ? { ...one, ready: data.ready } : one));
      return { ...held, worksheetDrafts };
    }
    case 'worksheet.opened': {
      const opened: WorksheetView = { ...data, openedBy: event.by ?? '', openedAt: at, state: 'open' };
      return { ...held, worksheets: [opened, ...recent(held.worksheets, at).filter((one) => one.worksheet !== id)] };
    }
    case 'worksheet.revealed':
      return change(held, id, (one) => ({ ...one, state: 'revealed', revealedAt: at, answers: data.answers, best: [] }));
    case 'worksheet.written': {
      const { version, words, erased } = data;
      const next = { version, by: event.by ?? '', at, words, ...(erased && { erased }) };
      return change(held, id, (one) => ({ ...one, best: [...(one.best ?? []), next] }));
    }
    case 'worksheet.closed':
      return change(held, id, (one) => ({ ...one, state: 'closed', closedAt: at }));
    default:
      return held;
  }
}

function change(held: Held, id: string, to: (one: WorksheetView) => WorksheetView): Held {
  return { ...held, worksheets: held.worksheets.map((one) => (one.worksheet === id ? to(one) : one)) };
}

function recent(all: WorksheetView[], now: string): WorksheetView[] {
  return all.filter(({ closedAt }) => !closedAt || Date.parse(now) - Date.parse(closedAt) < CLOSED_LAST);
}
