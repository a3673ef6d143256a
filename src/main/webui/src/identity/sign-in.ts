import { session } from '../protocol/session.svelte';
import { go } from '../router.svelte';
import { currentLanguage } from '../words/words.svelte';

const CODE = 'haven.join';

/** Through the sign-in page and back to `/`; an invite that was opened waits in this tab meanwhile. */
export async function signIn(): Promise<void> {
  await session.lock();
  location.assign(`/sign-in?ui_locales=${currentLanguage()}`);
}

/** This device forgets at once, with or without a connection; the server is told now or later. */
export async function signOut(): Promise<void> {
  const left = session.signOut();
  go('/', { replace: true });
  await left;
}

/** A code stands in the fragment only: it reaches no server and no log by the address. */
export function keepCode(code: string): void {
  sessionStorage.setItem(CODE, code);
}

export function keptCode(): string | null {
  return sessionStorage.getItem(CODE);
}

export function takeCode(): string | null {
  const code = sessionStorage.getItem(CODE);
  sessionStorage.removeItem(CODE);
  return code;
}
