import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Device } from './device';
import type { Me } from './types';

const NOTE = 'haven.signing-out';
const alex = { id: 'alex', displayName: 'Alex', couple: null, welcomed: true, locale: 'en' } as unknown as Me;
let reachable: boolean;
let signedIn: boolean;
let asked: string[];

/** A server that ends the sign-in at `/sign-out`; a browser shows of its redirect only that it was one. */
function server(path: string): Promise<Response> {
  asked.push(path);
  if (!reachable) return Promise.reject(new TypeError('no line'));
  if (path === '/sign-out') {
    signedIn = false;
    return Promise.resolve({ type: 'opaqueredirect', ok: false, status: 0 } as Response);
  }
  const [body, status] = signedIn ? [alex, 200] : [{ code: 'sign-in' }, 401];
  return Promise.resolve(new Response(JSON.stringify(body), { status }));
}

/** The page as it is after a load. */
async function load() {
  vi.resetModules();
  return (await import('./session.svelte')).session;
}

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  localStorage.clear();
  sessionStorage.clear();
  reachable = signedIn = true;
  asked = [];
  vi.stubGlobal('fetch', server);
  vi.stubGlobal('WebSocket', class {
    static readonly OPEN = 1;
    close(): void {}
  });
  const device = await Device.open();
  await device.claim('alex');
  await device.keepMe(alex);
  await device.remember('alex', 'parked', [{ at: 1, words: 'a thought' }]);
});
afterEach(() => vi.unstubAllGlobals());

const kept = async () => {
  const device = await Device.open();
  return { owner: await device.owner(), me: await device.me(), own: await device.own(), outbox: await device.outbox() };
};
const NOTHING = { owner: undefined, me: undefined, own: {}, outbox: [] };

describe('signing out', () => {
  it('ends the sign-in at the server and leaves nothing here', async () => {
    const session = await load();
    await session.start();
    expect(session.stage).toBe('in');
    sessionStorage.setItem('haven.join', 'CODE');
    await session.signOut();
    expect([session.stage, session.leaving, session.me]).toEqual(['signed-out', 'no', null]);
    expect(await kept()).toEqual(NOTHING);
    expect(sessionStorage.length).toBe(0);
    expect(localStorage.getItem(NOTE)).toBeNull();
    expect(signedIn).toBe(false);
  });

  it('without a line wipes this device at once and is finished at the server when the line is back', async () => {
    const session = await load();
    await session.start();
    reachable = false;
    sessionStorage.setItem('haven.join', 'CODE');
    await session.signOut();
    expect([session.stage, session.leaving, session.me]).toEqual(['signed-out', 'later', null]);
    expect(await kept()).toEqual(NOTHING);
    expect(sessionStorage.length).toBe(0);

    reachable = true;
    window.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(session.leaving).toBe('no'));
    expect(signedIn).toBe(false);
    expect(localStorage.getItem(NOTE)).toBeNull();
  });

  it('is finished by the next start before the account is asked for', async () => {
    localStorage.setItem(NOTE, '1');
    const session = await load();
    await session.start();
    expect(asked).toEqual(['/sign-out', '/api/v1/me']);
    expect([session.stage, session.leaving, session.expired]).toEqual(['signed-out', 'no', false]);
    expect(await kept()).toEqual(NOTHING);
  });

  it('that is not finished shows nothing of the account at the next start', async () => {
    localStorage.setItem(NOTE, '1');
    reachable = false;
    const session = await load();
    await session.start();
    expect(asked).toEqual(['/sign-out']);
    expect([session.stage, session.leaving, session.me]).toEqual(['signed-out', 'later', null]);
    expect(await kept()).toEqual(NOTHING);
  });

  it('that another tab finished is not done to whoever signed in since', async () => {
    const session = await load();
    await session.start();
    reachable = false;
    await session.signOut();
    localStorage.removeItem(NOTE);
    [reachable, signedIn, asked] = [true, true, []];
    await session.finishLeaving();
    expect(asked).toEqual([]);
    expect(session.leaving).toBe('no');
    expect(signedIn).toBe(true);
  });
});

describe('sending', () => {
  it('stores what a form holds, which is a proxy down to its parts', async () => {
    const session = await load();
    await session.start();
    const slot = new Proxy({ person: 'alex', day: 'monday', start: '18:30', minutes: 60, zone: 'Europe/Berlin' } as const, {});
    void session.send('agreement.mySlot', { agreement: 'a', slots: new Proxy([slot], {}) });
    await vi.waitFor(async () => expect((await kept()).outbox).toHaveLength(1));
    expect((await kept()).outbox[0]?.command.data).toEqual({ agreement: 'a', slots: [{ ...slot }] });
  });
});
