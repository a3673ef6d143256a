import type { Held } from './fold';
import type { GratitudeView, HavenEvent } from './types';

type Told = Extract<HavenEvent, { kind: `gratitude.${string}` | 'words.erased' }>;

/** So many of each list are in the snapshot; older ones are read when they are wanted. */
const NEWEST = 20;

export function foldGratitude(held: Held, event: Told): Held {
  const list = event.stream === 'ours' ? 'gratitudes' : 'privateGratitudes';
  const changed = (views: GratitudeView[]) => views.map((view) => changedBy(view, event));
  const entries = event.kind === 'gratitude.added' ? [added(event), ...held[list]].slice(0, NEWEST) : changed(held[list]);
  return { ...held, [list]: entries, resurfaced: changed(held.resurfaced) };
}

function added({ data, by, at }: Extract<Told, { kind: 'gratitude.added' }>): GratitudeView {
  return trace({ ...data, by: by ?? '', at });
}

/** What an event makes of an entry; the entry itself where it is about another. */
export function changedBy(view: GratitudeView, event: Told): GratitudeView {
  const { data, at } = event;
  const about = event.kind === 'words.erased' ? event.data.id : event.data.gratitude;
  if (about !== view.gratitude) return view;
  switch (event.kind) {
    case 'gratitude.thanked': {
      const { words, erased } = event.data;
      return { ...view, thankedAt: at, ...(words !== undefined && { thanks: words }), ...(erased && { erased }) };
    }
    case 'gratitude.edited': {
      const { meaning: _meaning, on: _on, ...rest } = view;
      return trace({ ...rest, ...data, editedAt: at });
    }
    case 'gratitude.pinned':
      return { ...view, pinned: true };
    case 'gratitude.unpinned': {
      const { pinned: _, ...rest } = view;
      return rest;
    }
    case 'words.erased':
      return erased(view, event.by);
    case 'gratitude.added':
      return view;
  }
}

/** Each takes back their own: the author the entry, the other the words of the thanks. */
function erased(view: GratitudeView, by: string | null): GratitudeView {
  if (by !== view.by) return { ...view, thanks: null, erased: true };
  const { pinned: _, ...rest } = view;
  return trace({ ...rest, what: null, ...('meaning' in view && { meaning: null }), erased: true });
}

/** Nothing of what was said is left where the words were taken back. */
function trace(view: GratitudeView): GratitudeView {
  if (view.what !== null) return view;
  const { on: _, ...rest } = view;
  return rest;
}
