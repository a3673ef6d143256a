import type { Component } from 'svelte';
import Help from './safety/Help.svelte';
import { loadInnerWords } from './words/words.svelte';

/** Comes with the first load: opening help asks the server for nothing. */
const here: Record<string, Component> = { help: Help };

const fetched: Record<string, () => Promise<{ default: Component }>> = {
  us: () => import('./home/Us.svelte'),
  space: () => import('./timeout/Space.svelte'),
  break: () => import('./timeout/Break.svelte'),
  waiting: () => import('./timeout/Waiting.svelte'),
  calm: () => import('./calm/Calm.svelte'),
  breathing: () => import('./calm/Breathing.svelte'),
  welcome: () => import('./identity/Welcome.svelte'),
  back: () => import('./timeout/Back.svelte'),
  reachOut: () => import('./signal/ReachOut.svelte'),
  makeItRight: () => import('./repair/MakeItRight.svelte'),
  apology: () => import('./repair/Apology.svelte'),
  repairs: () => import('./repair/Repairs.svelte'),
  repairThread: () => import('./repair/Thread.svelte'),
  bids: () => import('./bid/Bids.svelte'),
  notes: () => import('./note/Notes.svelte'),
  plans: () => import('./plan/Plans.svelte'),
  today: () => import('./checkin/Today.svelte'),
  feelings: () => import('./feeling/HowAmI.svelte'),
  feelingReminders: () => import('./feeling/Reminders.svelte'),
  sharedFeelings: () => import('./feeling/Shared.svelte'),
  feelingPicture: () => import('./feeling/Picture.svelte'),
  together: () => import('./timeout/Together.svelte'),
  gratitude: () => import('./gratitude/Gratitude.svelte'),
  mine: () => import('./identity/Mine.svelte'),
  careCard: () => import('./carecard/CareCard.svelte'),
  grounding: () => import('./calm/Grounding.svelte'),
  walk: () => import('./calm/Walk.svelte'),
  music: () => import('./calm/Music.svelte'),
  memories: () => import('./connect/Memories.svelte'),
  parked: () => import('./calm/Parked.svelte'),
  guideTimeout: () => import('./guide/GuideTimeout.svelte'),
  guideWaiting: () => import('./guide/GuideWaiting.svelte'),
  guideComfort: () => import('./guide/GuideComfort.svelte'),
  concern: () => import('./concern/Concerns.svelte'),
  expectations: () => import('./expectation/Expectations.svelte'),
  worksheets: () => import('./worksheet/Worksheets.svelte'),
  weekly: () => import('./weekly/Weekly.svelte'),
  weeklyWrite: () => import('./weekly/Write.svelte'),
  weeklyTalk: () => import('./weekly/Talk.svelte'),
  concernSort: () => import('./concern/Sort.svelte'),
  concernWrite: () => import('./concern/Write.svelte'),
  questions: () => import('./question/Questions.svelte'),
  activities: () => import('./activity/Activities.svelte'),
  phonesDown: () => import('./phonesdown/PhonesDown.svelte'),
  needs: () => import('./need/Needs.svelte'),
  needsFind: () => import('./need/Find.svelte'),
  agreements: () => import('./agreement/Agreements.svelte'),
  agreement: () => import('./agreement/One.svelte'),
  agreementWrite: () => import('./agreement/Write.svelte'),
  promises: () => import('./promise/Promises.svelte'),
  tank: () => import('./tank/Tank.svelte'),
  holds: () => import('./hold/Holds.svelte'),
  pair: () => import('./pairing/Pair.svelte'),
  join: () => import('./pairing/Join.svelte'),
  settings: () => import('./identity/Settings.svelte'),
};

export const screenNames = [...Object.keys(here), ...Object.keys(fetched)];

export function screen(name: string): Component | Promise<Component> | undefined {
  const load = fetched[name];
  return here[name] ?? (load && Promise.all([load(), loadInnerWords()]).then(([module]) => module.default));
}

/** Fetches the pages of a hard moment before they are wanted: the network may be gone by then. */
export function fetchAhead(): void {
  for (const name of ['space', 'break', 'waiting', 'back', 'calm', 'breathing', 'guideComfort', 'makeItRight', 'apology', 'repairThread', 'feelings']) void fetched[name]?.().catch(() => {});
}
