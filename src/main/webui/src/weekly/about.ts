import { kinds, mineIn, shown, theirsIn } from '../agreement/agreements';
import { session } from '../protocol/session.svelte';
import type { AgreementView } from '../protocol/types';
import { t } from '../words/words.svelte';

/** What an agreement is about, in its own words; one this device does not hold any more has none. */
export function about(agreement: AgreementView | undefined): string {
  if (!agreement) return t('weekly.anAgreement');
  const said = shown(agreement);
  const words = said && agreement.kind === 'need' ? (said.why ?? mineIn(said, session.held.person) ?? theirsIn(said, session.held.person)) : undefined;
  return words ?? t(kinds[agreement.kind].name);
}

export function aboutId(agreement: string): string {
  return about(session.held.agreements.find((one) => one.agreement === agreement));
}
