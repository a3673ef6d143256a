import type { Held } from './fold';
import { CARE_SECTIONS, type CareSection, type HavenEvent } from './types';

type Told = Extract<HavenEvent, { kind: `carecard.${string}` | 'words.erased' }>;

const order = (one: { section: CareSection }) => CARE_SECTIONS.indexOf(one.section);

/** What happened to one's own card, or to what the two show each other. */
export function foldCarecard(held: Held, event: Told): Held {
  const { at, by } = event;
  switch (event.kind) {
    case 'carecard.kept': {
      const { section, words } = event.data;
      const others = held.careCard.filter((one) => one.section !== section);
      return { ...held, careCard: [...others, { section, words, keptAt: at }].sort((a, b) => order(a) - order(b)) };
    }
    case 'carecard.cleared':
      return { ...held, careCard: held.careCard.filter((one) => one.section !== event.data.section) };
    case 'carecard.shared': {
      if (!by) return held;
      const { share, section, words } = event.data;
      const others = held.careShares.filter((one) => one.owner !== by || one.section !== section);
      return { ...held, careShares: [...others, { share, owner: by, section, words, sharedAt: at }].sort((a, b) => order(a) - order(b)) };
    }
    case 'words.erased':
      return { ...held, careShares: held.careShares.filter((one) => event.data.kind !== 'carecard' || one.share !== event.data.id) };
  }
}
