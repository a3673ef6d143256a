/** Says only that a sign-out is not finished at the server, and nothing about whose. */
const NOTE = 'haven.signing-out';
const PATIENCE = 8_000;

export function noteLeaving(): void {
  try {
    localStorage.setItem(NOTE, '1');
  } catch {
    // A browser that keeps nothing keeps no account to show either.
  }
}

export function leavingNoted(): boolean {
  try {
    return localStorage.getItem(NOTE) !== null;
  } catch {
    return false;
  }
}

/** Ends the sign-in at the server. It answers with the way home, which nobody needs to go: the page stays, whatever happens to the line. */
export async function leaveServer(): Promise<boolean> {
  const answer = await fetch('/sign-out', {
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => undefined);
  if (answer?.type !== 'opaqueredirect') return false;
  try {
    localStorage.removeItem(NOTE);
  } catch {
    // Then nothing was noted.
  }
  return true;
}

/** Another tab of this browser has begun or finished it. */
export function onLeavingElsewhere(tell: (noted: boolean) => void): void {
  window.addEventListener('storage', (event) => {
    if (event.key === NOTE) tell(event.newValue !== null);
  });
}
