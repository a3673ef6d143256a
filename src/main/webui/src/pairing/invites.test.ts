import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '../protocol/session.svelte';
import type { Me } from '../protocol/types';
import { Invites, type Invite } from './invites.svelte';

const claimed = { id: 'i', role: 'claimant', state: 'claimed', inviter: { displayName: 'Alex' } } as Invite;
let living: Invite[];
let couple: Me['couple'];
let invites: Invites;

function server(path: string, { method }: RequestInit): Promise<Response> {
  if (method === 'DELETE') {
    living = [];
    return Promise.resolve(new Response(null, { status: 204 }));
  }
  const body = path === '/api/v1/me' ? { id: 'sam', couple } : { items: living };
  return Promise.resolve(Response.json(body));
}

beforeEach(() => {
  living = [claimed];
  couple = null;
  session.me = { id: 'sam', couple: null } as Me;
  session.remember('invite.saidYes', undefined);
  invites = new Invites();
  vi.stubGlobal('fetch', server);
});
afterEach(() => vi.unstubAllGlobals());

describe('an invite I said yes to', () => {
  it('and that was declined is told as closed, once', async () => {
    await invites.read();
    expect(invites.closed).toBe(false);
    living = [];
    await invites.read();
    expect(invites.closed).toBe(true);
    const later = new Invites();
    await later.read();
    expect(later.closed).toBe(false);
  });

  it('is told as closed also to whoever was away', async () => {
    await invites.read();
    living = [];
    const later = new Invites();
    await later.read();
    expect(later.closed).toBe(true);
  });

  it('and took back myself needs no sentence', async () => {
    await invites.read();
    await invites.withdraw(claimed);
    expect(invites.closed).toBe(false);
  });

  it('and that was confirmed is not closed', async () => {
    await invites.read();
    living = [];
    couple = { id: 'c' } as Me['couple'];
    await invites.read();
    expect(invites.closed).toBe(false);
  });
});
