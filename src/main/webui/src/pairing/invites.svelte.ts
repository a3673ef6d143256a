import { call } from '../protocol/rest';
import { session } from '../protocol/session.svelte';

export interface Invite {
  id: string;
  role: 'inviter' | 'claimant';
  state: 'open' | 'claimed' | 'confirmed' | 'revoked' | 'expired';
  expiresAt: string;
  inviter: { displayName: string };
  claimant: { displayName: string } | null;
}
interface Made {
  id: string;
  code: string;
  expiresAt: string;
}
/** The server shows a code once; this device keeps it as long as the invite lives, for a reload. */
const KEY = 'invite.code';
type Kept = Pick<Made, 'id' | 'code'>;
/** The invite this person said yes to: its end is told, also to whoever was away meanwhile. */
const SAID_YES = 'invite.saidYes';

/** My invites that are open or claimed, read anew with every change. */
export class Invites {
  items = $state.raw<Invite[]>([]);
  ready = $state(false);
  /** The invite this person said yes to ended without a shared space, and not by them. */
  closed = $state(false);

  get mine(): Invite | undefined {
    return this.items.find((one) => one.role === 'inviter');
  }

  get claimed(): Invite | undefined {
    return this.items.find((one) => one.role === 'claimant');
  }

  get code(): string | undefined {
    const kept = session.recall<Kept>(KEY);
    return kept && kept.id === this.mine?.id ? kept.code : undefined;
  }

  async read(): Promise<void> {
    this.items = (await call<{ items: Invite[] }>('GET', '/api/v1/invites')).items;
    this.ready = true;
    await this.#follow();
  }

  async #follow(): Promise<void> {
    if (this.claimed) {
      this.closed = false;
      session.remember(SAID_YES, this.claimed.id);
    } else if (session.recall(SAID_YES)) {
      session.remember(SAID_YES, undefined);
      await session.refreshMe();
      this.closed = !session.me?.couple;
    }
  }

  async make(): Promise<void> {
    const made = await call<Made>('POST', '/api/v1/invites');
    session.remember(KEY, { id: made.id, code: made.code } satisfies Kept);
    await this.read();
  }

  async claim(code: string): Promise<void> {
    await call('POST', '/api/v1/invites/claim', { code });
    await this.read();
  }

  async confirm(invite: Invite): Promise<void> {
    await call('POST', `/api/v1/invites/${invite.id}/confirm`);
    session.remember(KEY, undefined);
    await session.refreshMe();
  }

  async withdraw(invite: Invite): Promise<void> {
    await call('DELETE', `/api/v1/invites/${invite.id}`);
    session.remember(invite.role === 'claimant' ? SAID_YES : KEY, undefined);
    await this.read();
  }
}
