/** Which buttons a notification shows. */
export type Buttons = 'none' | 'hear' | 'back';

export interface Me {
  id: string;
  couple: { id: string } | null;
}

export interface Snapshot {
  now: string;
  timeouts: { timeout: string; caller: string; returnAt: string; acknowledgedAt?: string }[];
}

/** *Back now* is offered from five minutes before the time on. */
const NEAR = 5 * 60_000;

export interface TappedCommand {
  type: 'command';
  id: string;
  couple: string;
  kind: 'timeout.acknowledge' | 'timeout.return';
  data: { timeout: string };
}

/** What a button does now; nothing where it was done meanwhile or is over. */
export function commandOf(button: 'hear' | 'back', id: string, me: Me, snapshot: Snapshot): TappedCommand | undefined {
  const found = snapshot.timeouts.find((one) =>
    button === 'back'
      ? // An old notification must not end a newer break.
        one.caller === me.id && Date.parse(one.returnAt) - NEAR <= Date.parse(snapshot.now)
      : one.caller !== me.id && one.acknowledgedAt === undefined,
  );
  if (!found || !me.couple) return undefined;
  const kind = button === 'back' ? 'timeout.return' : 'timeout.acknowledge';
  return { type: 'command', id, couple: me.couple.id, kind, data: { timeout: found.timeout } };
}
