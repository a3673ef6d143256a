import { aimAt } from '../agreement/agreements';
import { routes } from '../router.svelte';

const PROMISES = '/promises';
/** As much as the need of an agreement holds. */
const MOST_WHY = 280;

/** The form of an agreement begins with the words of the decision. */
export function agreementFrom(weekly: string, words: string): void {
  aimAt({ from: { kind: 'weekly', id: weekly }, why: [...words].slice(0, MOST_WHY).join('') });
}

/** Where a promise that grows out of it is made; nowhere while there is no such page. */
export function promiseFrom(weekly: string): string | undefined {
  return routes.some((one) => one.path === PROMISES) ? `${PROMISES}?from=weekly&id=${weekly}` : undefined;
}
