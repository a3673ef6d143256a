import { entriesBehind } from '../router.svelte';

/** Says nothing about what was here. In an installed app there is no address bar to be blank in, so a page of ours. */
function neutral(): string {
  return matchMedia('(display-mode: standalone)').matches ? '/plain.html' : 'about:blank';
}

/**
 * Leaves at once. The screen is empty before anything else happens; then this page's own entries are gone over, so
 * that neither Back nor Forward leads here.
 */
export function quickExit(): void {
  document.body.replaceChildren();
  document.title = '';
  const steps = entriesBehind();
  if (steps === 0) return leave();
  addEventListener('popstate', leave, { once: true, capture: true });
  history.go(-steps);
  // Should the browser refuse the step, leaving matters more than a tidy history.
  setTimeout(leave, 200);
}

let leaving = false;

function leave(): void {
  if (leaving) return;
  leaving = true;
  // A new entry ends what lies ahead; the one it stands on is replaced with it.
  history.replaceState(null, '', '/plain.html');
  // The list behind the Back button keeps the last title that an entry had.
  document.title = 'New page';
  history.pushState(null, '', '/plain.html');
  location.replace(neutral());
}
