/// <reference lib="webworker" />
import { beReached } from './notify/worker';

declare const self: ServiceWorkerGlobalScope & { __PRECACHE__: { version: string; files: string[] } };

const shell = self.__PRECACHE__;
const CACHE = `haven-${shell.version}`;
/** What the server alone answers; nothing of it is ever kept here. */
const SERVER_ONLY = /^\/(api|q)(\/|$)|^\/(sign-in|sign-out|asyncapi\.yaml)$/;

/** Who goes through these may come back as somebody else; `identity/door.ts` reads the note before anything is shown. */
const DOORS = ['/sign-in', '/sign-out'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(shell.files.map((file) => new Request(file, { cache: 'reload' })))));
});

self.addEventListener('activate', (event) => {
  const clean = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith('haven-') && name !== CACHE).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.mode === 'navigate' && DOORS.includes(url.pathname)) event.waitUntil(note(url.pathname));
  if (event.request.method !== 'GET' || url.origin !== self.location.origin || SERVER_ONLY.test(url.pathname)) return;
  event.respondWith(fromShell(event.request, url));
});

async function note(path: string): Promise<void> {
  await (await caches.open('door')).put('/door-note', new Response(path));
}

/** The cached shell first: it is whole, it works offline, and no visit of a page is reported to the server. */
async function fromShell(request: Request, url: URL): Promise<Response> {
  const cache = await caches.open(CACHE);
  const wanted = request.mode === 'navigate' && !shell.files.includes(url.pathname) ? '/' : url.pathname;
  return (await cache.match(wanted)) ?? fetch(request);
}

/** A new version waits until the person says so: nothing changes under their hands. */
self.addEventListener('message', (event) => {
  if (event.data === 'activate') void self.skipWaiting();
});

beReached(self);
