import type { Key } from './words.svelte';

/** Words of the tone rules, as people read them; a part of another word is no match. */
export const banned = {
  en: [
    'failed', 'broke', 'broken', 'ignored', 'again', 'always', 'never', 'should', 'must', 'streak', 'missed', 'lost', 'needy',
    'avoidant', 'score', 'rank', 'abandoned', 'rejected', 'late',
  ],
  de: [
    'gescheitert', 'versagt', 'gebrochen', 'kaputt', 'ignoriert', 'wieder', 'erneut', 'nochmal', 'immer', 'nie', 'niemals', 'solltest', 'sollte',
    'sollen', 'musst', 'muss', 'müssen', 'müsst', 'strähne', 'serie', 'verpasst', 'versäumt', 'verloren', 'bedürftig', 'vermeidend', 'punktzahl',
    'punkte', 'rang', 'verlassen', 'im Stich', 'abgelehnt', 'zurückgewiesen', 'spät', 'verspätet', 'zu spät',
  ],
} as const;

/** Where such a word means something else. */
export const allowed: Partial<Record<Key, { word: string; why: string }[]>> = {
  'bid.missed': [
    { word: 'missed', why: 'said of oneself: I missed this' },
    { word: 'verpasst', why: 'said of oneself' },
  ],
  'nav.quickExit': [{ word: 'verlassen', why: 'leaving a page, not a person' }],
};
