import type { Link } from './protocol/types';
import list from './routes.json';

export type Needs = 'anyone' | 'person' | 'couple';
export interface Route {
  path: string;
  name: string;
  needs: Needs;
}
/** All routes; the browser tests walk the same file. */
export const routes = list as Route[];

let path = $state(location.pathname);
/** Entries of this page's own that lie behind the current one; the quick exit goes back over them. */
let behind = 0;
let steps = 0;
/** What the page we came from is about; it stands in a link and never in the address line. */
let from: Link | undefined;

export function currentRoute(): Route | undefined {
  return routes.find((route) => route.path === path);
}

export function currentPath(): string {
  return path;
}

/** Goes to a path of this app; `replace` leaves no entry of the page we come from. */
export function go(link: string, { replace = false } = {}): void {
  const { pathname: to, search } = new URL(link, location.origin);
  from = linkIn(search);
  if (to === path) return;
  if (replace) history.replaceState({ behind }, '', to);
  else history.pushState({ behind: ++behind }, '', to);
  arrive();
}

/** For the page that was opened: what its link said it grows out of (`?from=concern&id=…`). Told once. */
export function takeFrom(): Link | undefined {
  const taken = from;
  from = undefined;
  return taken;
}

function linkIn(search: string): Link | undefined {
  const asked = new URLSearchParams(search);
  const [kind, id] = [asked.get('from') ?? '', asked.get('id') ?? ''];
  return /^[a-z]{1,20}$/i.test(kind) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? { kind, id } : undefined;
}

/** Steps taken inside this page since it was loaded. */
export function visits(): number {
  return steps;
}

export function entriesBehind(): number {
  return behind;
}

function arrive(): void {
  steps++;
  path = location.pathname;
  scrollTo(0, 0);
}

/** Follows browser history and turns plain links into steps inside the app. */
export function startRouter(): () => void {
  from = linkIn(location.search);
  // Coming back from signing in or out leaves a query behind that nobody needs to see.
  history.replaceState({ behind }, '', location.pathname);
  const onPop = (event: PopStateEvent) => {
    behind = (event.state as { behind?: number } | null)?.behind ?? 0;
    steps++;
    path = location.pathname;
  };
  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest?.('a[href]');
    if (!(link instanceof HTMLAnchorElement) || !staysHere(event, link)) return;
    event.preventDefault();
    go(link.pathname + link.search, { replace: link.dataset.replace !== undefined });
  };
  addEventListener('popstate', onPop);
  document.addEventListener('click', onClick);
  return () => {
    removeEventListener('popstate', onPop);
    document.removeEventListener('click', onClick);
  };
}

function staysHere(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const ours = link.origin === location.origin && routes.some((route) => route.path === link.pathname);
  return plain && ours && !event.defaultPrevented && !link.target && !link.hasAttribute('download') && !link.hash;
}
