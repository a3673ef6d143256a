import type { Outcome } from '../protocol/outbox';
import { session } from '../protocol/session.svelte';
import type { CommandData, Kind, Problem, StreamName } from '../protocol/types';

/** One form's way out: sending now, refused with its words still here, or waiting for a connection. */
export function sending<K extends Kind>(kind: K, about: (data: CommandData[K]) => boolean = () => true) {
  let busy = $state(false);
  let told = $state<Outcome['type']>();
  const entries = $derived(session.pending.filter(({ command }) => command.kind === kind && about(command.data as CommandData[K])));
  const refused = $derived(entries.find((entry) => entry.problem));
  return {
    get busy(): boolean {
      return busy;
    },
    get problem(): Problem | undefined {
      return refused?.problem;
    },
    /** What was refused, to be put back into the form. */
    get words(): CommandData[K] | undefined {
      return refused?.command.data as CommandData[K] | undefined;
    },
    get waits(): boolean {
      return !busy && entries.some((entry) => !entry.problem);
    },
    /** What became of the last one by now: what waited for a connection may have gone since. */
    get outcome(): Outcome['type'] | undefined {
      if (told !== 'waiting') return told;
      return refused ? 'refused' : entries.length > 0 ? 'waiting' : 'ok';
    },
    /** @param to where it is not the usual stream of its kind */
    async send(data: CommandData[K], to?: StreamName): Promise<Outcome['type']> {
      busy = true;
      told = undefined;
      try {
        if (refused) await session.discard(refused);
        return (told = (await session.send(kind, data, to)).type);
      } finally {
        busy = false;
      }
    },
  };
}
