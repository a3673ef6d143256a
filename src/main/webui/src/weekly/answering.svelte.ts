import { untrack } from 'svelte';
import { sending } from '../look/sending.svelte';
import { session } from '../protocol/session.svelte';
import { STAGES, current, ownOf, said, saysSomething, typed, typedKey, type Typed } from './weeklies';

interface Here {
  fields: Typed;
  stage: number;
  /** What was handed over last, as it was. */
  sent: string;
}

/**
 * The answers somebody writes. Each letter is kept on this device, and what is done with goes to
 * their own stream, so that another of their devices can go on.
 *
 * @param start the part to begin with, where none was reached here
 */
export function answering(weekly: string, start = 0) {
  const about = (data: { weekly: string }) => data.weekly === weekly;
  const keeping = sending('weekly.keep', about);
  const ready = sending('weekly.ready', about);
  const here = session.recall<Here>(typedKey(weekly));
  const waits = session.pending.filter(({ command }) => command.kind === 'weekly.keep' && about(command.data)).at(-1);
  const kept = waits?.command.kind === 'weekly.keep' ? waits.command.data : ownOf(session.held, weekly);
  /** What another device kept since is newer than what was handed over from here. */
  const unsent = here && JSON.stringify(said(here.fields)) !== here.sent;
  const fields = $state<Typed>(unsent || (here && !kept) ? here.fields : typed(kept));
  let stage = $state(here?.stage ?? start);
  let sent = $state(here && unsent ? here.sent : JSON.stringify(said(fields)));
  let cleared = false;

  $effect(() => {
    const now: Here = { fields: $state.snapshot(fields), stage, sent };
    if (!cleared) untrack(() => session.remember(typedKey(weekly), now));
  });

  async function keep(): Promise<void> {
    const words = said(fields);
    const couple = session.held.couple;
    const text = JSON.stringify(words);
    if (!couple || text === sent || current(session.held)?.weekly !== weekly) return;
    sent = text;
    if ((await keeping.send({ weekly, couple, ...words })) === 'refused') sent = '';
  }

  return {
    fields,
    get stage(): number {
      return stage;
    },
    /** From one screen to the next nothing is lost. */
    go(to: number): void {
      stage = Math.max(0, Math.min(STAGES.length, to));
      void keep();
    },
    keep,
    get busy(): boolean {
      return keeping.busy || ready.busy;
    },
    get problem() {
      return keeping.problem ?? ready.problem;
    },
    get something(): boolean {
      return saysSomething(said(fields));
    },
    /** May be shown, once both are ready. */
    async ready(): Promise<boolean> {
      const couple = session.held.couple;
      if (!couple) return false;
      await keep();
      if (keeping.problem || (await ready.send({ weekly, couple })) === 'refused') return false;
      cleared = true;
      session.remember(typedKey(weekly), undefined);
      return true;
    },
  };
}
