/// <reference lib="webworker" />
import de from '../words/de/worker.json';
import en from '../words/en/worker.json';
import { commandOf, type Buttons, type Me, type Snapshot } from './command';

/** What a notification remembers until it is tapped: the id is made once, so a double tap is one command. */
interface Kept {
  id: string;
}

const sentences = { en, de };
const LANGUAGE = '/language';

/** Says one sentence when a push comes, and does what a button says. Only the service worker loads this. */
export function beReached(self: ServiceWorkerGlobalScope): void {
  self.addEventListener('push', (event) => event.waitUntil(show(self, buttonsOf(event.data))));
  self.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(tapped(self, event.action, event.notification.data as Kept));
  });
}

function buttonsOf(data: PushMessageData | null): Buttons {
  try {
    const { buttons } = data?.json() as { buttons?: unknown };
    return buttons === 'hear' || buttons === 'back' ? buttons : 'none';
  } catch {
    return 'none';
  }
}

async function words(): Promise<typeof en> {
  const chosen = await (await caches.match(LANGUAGE))?.text();
  return sentences[chosen === 'de' || (chosen === undefined && navigator.language.startsWith('de')) ? 'de' : 'en'];
}

async function show(self: ServiceWorkerGlobalScope, buttons: Buttons): Promise<void> {
  const says = await words();
  await self.registration.showNotification(says.something, {
    // One of a kind: the next takes its place.
    tag: `haven-${buttons}`,
    icon: '/icon-192.png',
    data: { id: crypto.randomUUID() } satisfies Kept,
    ...(buttons !== 'none' && { actions: [{ action: buttons, title: says[buttons] }] }),
  } as NotificationOptions);
}

async function tapped(self: ServiceWorkerGlobalScope, action: string, kept: Kept): Promise<void> {
  if (action !== 'hear' && action !== 'back') return open(self);
  try {
    if (await done(action, kept.id)) return;
  } catch {
    // No line: they are told below, or they would think it had gone out.
  }
  await self.registration.showNotification((await words()).notSent, { tag: 'haven-notSent', icon: '/icon-192.png', data: kept });
}

/** With the sign-in of this browser. What the button is about is asked now: the push did not say. */
async function done(action: 'hear' | 'back', id: string): Promise<boolean> {
  const [me, snapshot] = await Promise.all([read<Me>('/api/v1/me'), read<Snapshot>('/api/v1/snapshot')]);
  const command = commandOf(action, id, me, snapshot);
  // Done elsewhere meanwhile, or over.
  if (!command) return true;
  const answer = await fetch('/api/v1/commands', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(command),
  });
  return answer.ok;
}

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error('not signed in, or not to be had');
  return (await answer.json()) as T;
}

async function open(self: ServiceWorkerGlobalScope): Promise<void> {
  const tabs = await self.clients.matchAll({ type: 'window' });
  const tab = tabs.find((one) => new URL(one.url).origin === self.location.origin);
  await (tab ? tab.focus() : self.clients.openWindow('/'));
}
