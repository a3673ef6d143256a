import { call } from '../protocol/rest';
import { current, standing, subscribe, unsubscribe, type Standing } from './subscription';

/** How one is reached, as the server tells it to oneself. */
export interface Notices {
  push: { key: string } | null;
  mail: { address: string; on: boolean } | null;
  pause: { until: string | null } | null;
  moments: boolean;
  buttons: boolean;
}

export interface Browser {
  id: string;
  since: string;
}

export type Pause = 'hour' | 'tomorrow' | 'open' | null;

const NOTICES = '/api/v1/notices';
const BROWSERS = '/api/v1/push/devices';

/** What the settings show: the server's word on who is reached where, and this browser's on what it can. */
export class Reach {
  notices = $state.raw<Notices>();
  browsers = $state.raw<Browser[]>([]);
  here = $state<Standing>('unsupported');
  /** The browser asked and got no yes. */
  dismissed = $state(false);

  constructor(private readonly device: string) {}

  get on(): boolean {
    return this.browsers.some((one) => one.id === this.device);
  }

  get others(): Browser[] {
    return this.browsers.filter((one) => one.id !== this.device);
  }

  async load(): Promise<void> {
    this.here = standing();
    [this.notices, this.browsers] = await Promise.all([call<Notices>('GET', NOTICES), call<Browser[]>('GET', BROWSERS)]);
  }

  async turnOn(): Promise<void> {
    const key = this.notices?.push?.key;
    if (!key) return;
    const subscription = await subscribe(key);
    this.here = standing();
    this.dismissed = subscription === undefined;
    if (!subscription) return;
    await call('PUT', `${BROWSERS}/${this.device}`, subscription.toJSON());
    await this.load();
  }

  async turnOff(): Promise<void> {
    await call('DELETE', `${BROWSERS}/${this.device}`);
    await unsubscribe();
    await this.load();
  }

  async remove(id: string): Promise<void> {
    await call('DELETE', `${BROWSERS}/${id}`);
    await this.load();
  }

  async change(changes: { pause?: Pause; moments?: boolean; buttons?: boolean; mail?: boolean }): Promise<void> {
    this.notices = await call<Notices>('PATCH', NOTICES, changes);
  }
}

/** At the start: the server binds the browser to this sign-in, and one that it does not know of is not reached. */
export async function renew(device: string): Promise<void> {
  const subscription = await current();
  if (!subscription) return;
  const browsers = await call<Browser[]>('GET', BROWSERS);
  if (browsers.some((one) => one.id === device)) await call('PUT', `${BROWSERS}/${device}`, subscription.toJSON());
  else await subscription.unsubscribe();
}
