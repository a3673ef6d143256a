import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { banned } from '../words/banned';
import de from '../words/de/worker.json';
import en from '../words/en/worker.json';
import { beReached } from './worker';

interface Shown {
  title: string;
  options: { tag: string; data: { id: string }; actions?: { action: string; title: string }[] };
}

const listeners: Record<string, (event: unknown) => void> = {};
let shown: Shown[] = [];
let opened = 0;
let sent: Record<string, unknown>[] = [];
let line: 'up' | 'down' | 'signed out' = 'up';
let language = 'en';

async function happens(name: string, event: Record<string, unknown>): Promise<void> {
  let done: Promise<unknown> = Promise.resolve();
  listeners[name]?.({ ...event, waitUntil: (promise: Promise<unknown>) => (done = promise) });
  await done;
}

const pushed = (text: string) => happens('push', { data: { json: () => JSON.parse(text) as unknown } });
const tapped = (one: Shown, action: string) => happens('notificationclick', { action, notification: { close: () => {}, data: one.options.data } });

beforeEach(() => {
  [shown, opened, sent, line, language] = [[], 0, [], 'up', 'en'];
  vi.stubGlobal('caches', { match: async () => new Response(language) });
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (line === 'down') throw new TypeError('no line');
    if (line === 'signed out') return new Response('{}', { status: 401 });
    if (path === '/api/v1/me') return Response.json({ id: 'me', couple: { id: 'couple' } });
    if (path === '/api/v1/snapshot') return Response.json({ now: '2026-11-21T18:00:00.000Z', timeouts: [{ timeout: 't', caller: 'them', returnAt: '2026-11-21T18:30:00.000Z' }] });
    sent.push(JSON.parse(init?.body as string) as Record<string, unknown>);
    return Response.json({});
  });
  beReached({
    addEventListener: (name: string, listener: (event: unknown) => void) => (listeners[name] = listener),
    registration: { showNotification: async (title: string, options: Shown['options']) => void shown.push({ title, options }) },
    clients: { matchAll: async () => [], openWindow: async () => opened++ },
    location: { origin: 'https://haven.example' },
  } as unknown as ServiceWorkerGlobalScope);
});

afterEach(() => vi.unstubAllGlobals());

describe('the service worker', () => {
  it('says one sentence, in the language of the device', async () => {
    await pushed('{"buttons":"none"}   ');
    language = 'de';
    await pushed('{"buttons":"hear"}');
    expect(shown.map((one) => one.title)).toEqual([en.something, de.something]);
    expect(shown[0]?.options.actions).toBeUndefined();
    expect(shown[1]?.options.actions).toEqual([{ action: 'hear', title: de.hear }]);
  });

  it('says the sentence also where it cannot read what came', async () => {
    await pushed('{"buttons":"<b>"}');
    await happens('push', { data: null });
    expect(shown.map((one) => [one.title, one.options.actions])).toEqual([[en.something, undefined], [en.something, undefined]]);
  });

  it('sends what a button says, once under one id however often it is tapped', async () => {
    await pushed('{"buttons":"hear"}');
    await tapped(shown[0]!, 'hear');
    await tapped(shown[0]!, 'hear');
    expect(sent).toHaveLength(2);
    expect(sent[0]).toEqual(sent[1]);
    expect(sent[0]).toMatchObject({ kind: 'timeout.acknowledge', couple: 'couple', data: { timeout: 't' }, id: shown[0]?.options.data.id });
    expect(shown).toHaveLength(1);
  });

  it.each(['down', 'signed out'] as const)('says so when it did not go out: %s', async (trouble) => {
    await pushed('{"buttons":"hear"}');
    line = trouble;
    await tapped(shown[0]!, 'hear');
    expect(shown.at(-1)?.title).toBe(en.notSent);
    expect(sent).toEqual([]);
  });

  it('opens Haven when the sentence itself is tapped', async () => {
    await pushed('{"buttons":"none"}');
    await tapped(shown[0]!, '');
    expect(opened).toBe(1);
  });

  it('speaks both languages, in the tone', () => {
    expect(Object.keys(de)).toEqual(Object.keys(en));
    for (const [texts, words] of [[en, banned.en], [de, banned.de]] as const) {
      for (const text of Object.values(texts)) {
        for (const word of words) expect(text).not.toMatch(new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'iu'));
      }
    }
  });
});
