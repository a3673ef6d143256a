import { v4 as uuid } from 'uuid';
import { unsubscribe } from '../notify/subscription';
import { go } from '../router.svelte';
import { passedDoor } from '../identity/door';
import { leaveServer, leavingNoted, noteLeaving, onLeavingElsewhere } from '../identity/leaving';
import { setServerTime } from './clock.svelte';
import { Device, type Entry } from './device';
import { Doors } from './doors';
import { fromSnapshot, isWhole, nothingHeld, type Held } from './fold';
import { Live, type Status } from './live';
import { Outbox, type Outcome } from './outbox';
import { Own } from './own.svelte';
import { call, saysSignIn } from './rest';
import { wholeSnapshot } from './snapshot';
import { Tabs } from './tabs';
import type { Command, CommandData, HavenEvent, Kind, Me, Partner, StreamName } from './types';

/** opening: nothing is known yet; unreachable: nobody is known here and the server does not answer. */
export type Stage = 'opening' | 'signed-out' | 'unreachable' | 'in';

/** After this long without an answer the device shows what it has; the answer still decides when it comes. */
const PATIENCE = 3_000;

/** Commands about what is this person's alone. */
export const OWN =
  /^(draft|mute|favourite)\.|^note\.(plan|cancel)$|^plan\.(hide|discard)$|^carecard\.(keep|clear)$|^concern\.(keep|discard)$|^(expectation|worksheet|weekly)\.(keep|discard|ready|notReady)$|^question\.(keep|discard|ready|notReady)$|^need\.(keep|change|drop|remindPause|remindResume)$|^boundary\.(keep|change|drop)$|^agreement\.remind|^tank\.|^hold\.(place|lift)$|^repair\.(mute|shareTimeline)$|^feeling\.(?!share$|answer$|unshare$)/;

/** The one account this browser is signed in with: who it is, what it holds, what waits to be sent. */
class Session {
  stage = $state<Stage>('opening');
  /** Signed out by time, not by choice: something may be kept here for the same person. */
  expired = $state(false);
  /** Signed out here: the server is being told now, or later when it answers. */
  leaving = $state<'no' | 'now' | 'later'>('no');
  /** The account that was here is erased; said until this page goes. */
  erased = $state(false);
  me = $state.raw<Me | null>(null);
  held = $state.raw<Held>(nothingHeld(''));
  pending = $state.raw<Entry[]>([]);
  status = $state<Status>('connecting');
  online = $state(navigator.onLine);
  /** Grows with every change of an invite; its screen reads the list anew. */
  inviteChanges = $state(0);
  /** This browser's id, as its hello names it. */
  device = '';
  #own = new Own();

  #device: Device | undefined;
  #live: Live | undefined;
  #outbox: Outbox | undefined;
  #tabs: Tabs | undefined;
  #doors = new Doors({ live: () => this.#live, catchUp: () => this.#catchUp(), expired: () => this.#expire() });
  #listeners = new Set<(event: HavenEvent) => void>();

  get partner(): Partner | null {
    const couple = this.me?.couple;
    return couple && couple.id === this.held.couple ? couple.partner : null;
  }

  get connected(): boolean {
    return this.online && this.status === 'live';
  }

  /** Opens with what the device holds if the server does not answer; never before it is clear whose it is. */
  async start(): Promise<void> {
    try {
      this.#device = await Device.open();
    } catch {
      // A browser that keeps nothing cannot keep a promise either; calm and help still work.
      return void (this.stage = 'unreachable');
    }
    this.#listen();
    if (leavingNoted()) {
      await this.#device.wipe();
      await this.finishLeaving();
      if (this.leaving !== 'no') return void (this.stage = 'signed-out');
    }
    const owner = await this.#device.owner();
    const door = await passedDoor();
    if (door) await this.#device.lock();
    const known = owner && !owner.locked && !door;
    const asked = call<Me>('GET', '/api/v1/me');
    asked.catch(() => {});
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, PATIENCE, 'late'));
    try {
      const answer = await (known ? Promise.race([asked, late]) : asked);
      if (answer !== 'late') return await this.#enter(answer);
      await this.#resume();
      this.#follow(asked);
    } catch (error) {
      if (saysSignIn(error)) {
        if (door === '/sign-out') await this.#device.wipe();
        return this.#expire();
      }
      if (known) await this.#resume();
      else this.stage = 'unreachable';
    }
  }

  /** Tries again where nothing was known and nobody answered. */
  async retry(): Promise<void> {
    if (this.stage !== 'unreachable') return;
    if (!this.#device) return this.start();
    try {
      await this.#enter(await call<Me>('GET', '/api/v1/me'));
    } catch (error) {
      if (saysSignIn(error)) await this.#expire();
    }
  }

  #follow(asked: Promise<Me>): void {
    asked.then(
      (me) => (me.id === this.held.person ? this.#adopt(me) : void this.wipe().then(() => location.reload())),
      (error: unknown) => {
        if (saysSignIn(error)) void this.#expire();
      },
    );
  }

  async #enter(me: Me): Promise<void> {
    const owner = await this.#device!.claim(me.id);
    await this.#adopt(me);
    await this.#open(owner.person, owner.device);
  }

  async #resume(): Promise<void> {
    const owner = await this.#device!.owner();
    const me = await this.#device!.me();
    if (!owner || !me) return void (this.stage = 'unreachable');
    this.me = me;
    await this.#open(owner.person, owner.device);
  }

  async #open(person: string, deviceId: string): Promise<void> {
    const device = this.#device!;
    this.device = deviceId;
    const stored = await device.held();
    this.held = stored && isWhole(stored) ? stored : nothingHeld(person);
    this.#own.hold(await device.own());
    this.#outbox = new Outbox({
      device,
      person,
      door: this.#doors,
      online: () => this.#lookOnline(),
      now: () => Date.now(),
      changed: (entries) => (this.pending = entries),
      tell: () => this.#tabs?.tell('outbox'),
    });
    await this.#outbox.refresh();
    this.#live = new Live({
      connect: () => new WebSocket(`${location.origin.replace('http', 'ws')}/api/v1/live`, 'haven.v1'),
      snapshot: () => wholeSnapshot(),
      signedIn: () => this.#signedIn(),
      device: deviceId,
      held: () => this.held,
      keep: (held) => this.#keep(held),
      status: (status) => this.#onStatus(status),
      serverTime: setServerTime,
      event: (event) => this.#onEvent(event),
      coupled: () => void this.refreshMe(),
    });
    this.stage = 'in';
    this.#live.start();
  }

  async #adopt(me: Me): Promise<void> {
    this.me = me;
    await this.#device?.keepMe(me);
  }

  #keep(held: Held): void {
    this.held = held;
    void this.#device?.keepHeld(held);
  }

  async refreshMe(): Promise<void> {
    try {
      await this.#adopt(await call<Me>('GET', '/api/v1/me'));
    } catch (error) {
      if (saysSignIn(error)) await this.#expire();
    }
  }

  async changeMe(changes: Partial<Omit<Me, 'id' | 'couple'>>): Promise<void> {
    await this.#adopt(await call<Me>('PATCH', '/api/v1/me', changes));
  }

  onEvent(listener: (event: HavenEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Stores the command, lets it go, and says what became of it within a few seconds. */
  async send<K extends Kind>(kind: K, data: CommandData[K], to: StreamName = OWN.test(kind) ? 'mine' : 'ours'): Promise<Outcome> {
    const couple = to === 'mine' ? {} : { couple: this.held.couple ?? undefined };
    // What a form holds is a proxy, and those cannot be stored.
    const command = { type: 'command', id: uuid(), kind, data: $state.snapshot(data), ...couple } as Command;
    await this.#outbox!.add(command);
    return this.#outbox!.outcome(command.id);
  }

  asksFirst(entry: Entry): boolean {
    return this.#outbox?.asksFirst(entry) ?? false;
  }

  sendNow(entry: Entry): Promise<void> {
    return this.#outbox!.sendNow(entry);
  }

  discard(entry: Entry): Promise<void> {
    return this.#outbox!.discard(entry);
  }

  recall<T>(key: string): T | undefined {
    return this.#own.recall<T>(key);
  }

  /** Stays on this device and goes with the account; undefined forgets it. */
  remember(key: string, value: unknown): void {
    this.#own.remember(key, value);
    if (this.me) void this.#device?.remember(this.me.id, key, value);
  }

  /** Puts the line "This space is closed" away. */
  closedRead(): void {
    this.#keep({ ...this.held, closed: false });
  }

  /** Takes this tab back from the one that replaced it, or tries a stopped connection once more. */
  useHere(): void {
    this.#live?.start();
  }

  /** Nothing may be shown until the server has said who signed in. */
  async lock(): Promise<void> {
    await this.#device?.lock();
  }

  async signOut(): Promise<void> {
    noteLeaving();
    this.leaving = 'now';
    try {
      await this.wipe();
    } finally {
      this.leaving = (await leaveServer()) ? 'no' : 'later';
    }
  }

  /** Only while the note stands: whoever signed in since then stays signed in. */
  async finishLeaving(): Promise<void> {
    this.leaving = !leavingNoted() || (await leaveServer()) ? 'no' : 'later';
  }

  async wipe(): Promise<void> {
    this.#halt();
    // An invite that waits in this tab was for the person who was here.
    sessionStorage.clear();
    void unsubscribe();
    await this.#device?.wipe();
    this.#tabs?.tell('wiped');
  }

  /** Without a socket the screen follows by reading: no event comes that could be folded. */
  async #catchUp(): Promise<void> {
    const snapshot = await wholeSnapshot().catch(() => undefined);
    if (snapshot && !this.#live?.ready) this.#keep(fromSnapshot(this.held, snapshot));
  }

  async #signedIn(): Promise<'yes' | 'no' | 'unknown'> {
    try {
      await this.#adopt(await call<Me>('GET', '/api/v1/me'));
      return 'yes';
    } catch (error) {
      return saysSignIn(error) ? 'no' : 'unknown';
    }
  }

  /** The browser's word, asked anew: a page in the background can sleep through the event. */
  #lookOnline(): boolean {
    return (this.online = navigator.onLine);
  }

  #onStatus(status: Status): void {
    this.status = status;
    this.#lookOnline();
    if (status === 'live') {
      const couple = this.me?.couple?.id ?? null;
      if (couple !== this.held.couple) void this.refreshMe();
      void this.#outbox?.drain();
    } else if (status === 'expired') void this.#expire();
    else if (status === 'signed-out' || status === 'erased') {
      this.erased = status === 'erased';
      void this.wipe();
    }
    else if (status === 'other-person') void this.wipe().then(() => location.reload());
  }

  #onEvent(event: HavenEvent): void {
    void this.#outbox?.seen(event.command);
    if (event.kind === 'invite.changed') this.inviteChanges++;
    if (event.kind === 'couple.opened' || event.kind === 'couple.closed') void this.refreshMe();
    this.#listeners.forEach((listener) => listener(event));
  }

  /** The sign-in has run out. What waits to be sent stays, unseen, for the same person. */
  async #expire(): Promise<void> {
    this.#halt();
    this.expired = (await this.#device?.owner()) !== undefined;
    await this.#device?.lock();
  }

  #halt(): void {
    this.#live?.stop();
    this.#outbox?.stop();
    this.#live = this.#outbox = undefined;
    this.me = null;
    this.held = nothingHeld('');
    this.pending = [];
    this.#own.hold({});
    this.stage = 'signed-out';
  }

  #listen(): void {
    const wake = () => {
      if (!this.#lookOnline()) return;
      this.#live?.wake();
      void this.#outbox?.drain();
      void this.retry();
      if (this.leaving === 'later') void this.finishLeaving();
    };
    window.addEventListener('online', wake);
    window.addEventListener('offline', () => (this.online = false));
    window.addEventListener('pageshow', (event) => event.persisted && wake());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake());
    onLeavingElsewhere((noted) => (this.leaving = noted ? 'later' : 'no'));
    this.#tabs = new Tabs({
      outbox: () => void this.#outbox?.refresh(),
      wiped: () => {
        this.#halt();
        sessionStorage.clear();
        go('/', { replace: true });
      },
    });
  }
}

export const session = new Session();
