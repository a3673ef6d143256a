import { Answers, type Answer } from './answers';
import { backoff } from './backoff';
import { apply, fromSnapshot, inCouple, withoutOurs, type Held } from './fold';
import { stoppedBy, type Stopped } from './stopped';
import type { ClientFrame, Command, HavenEvent, ServerFrame, Snapshot, StreamName, Welcome } from './types';

export type Status = 'connecting' | 'live' | Stopped;

export interface Parts {
  connect(): WebSocket;
  snapshot(): Promise<Snapshot>;
  /** Asks over REST whether the session still stands: a refused upgrade does not tell. */
  signedIn(): Promise<'yes' | 'no' | 'unknown'>;
  device: string;
  held(): Held;
  keep(held: Held): void;
  status(status: Status): void;
  serverTime(now: string): void;
  event(event: HavenEvent): void;
  /** The shared stream was opened or closed. */
  coupled(): void;
  random?(): number;
}

const SILENCE = 35_000;
const PROBE = 5_000;

/** One socket of `haven.v1`: says hello, stays in order, comes back. */
export class Live {
  #socket: WebSocket | undefined;
  #greeted = false;
  #behind = new Set<StreamName>();
  #opened = false;
  #refreshFirst = false;
  #failures = 0;
  #after: number | undefined;
  #running = false;
  #ready = false;
  #ping = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #answers = new Answers();

  constructor(private readonly parts: Parts) {}

  get ready(): boolean {
    return this.#ready;
  }

  start(): void {
    this.#running = true;
    this.#open();
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#retry);
    this.#drop();
  }

  /** Comes back now instead of at the end of the wait, or makes sure that the open socket still carries. */
  wake(): void {
    if (!this.#running) return;
    if (this.#socket?.readyState === WebSocket.OPEN) return this.#probe();
    if (this.#socket) return;
    clearTimeout(this.#retry);
    this.#open();
  }

  /** Resolves when the answer is there and, if it is yes, its events are on the screen. */
  command(command: Command): Promise<Answer> {
    if (!this.#ready) return Promise.resolve({ type: 'unknown' });
    const answer = this.#answers.wait(command.id);
    this.#send(command);
    return answer;
  }

  #open(): void {
    this.parts.status('connecting');
    this.#opened = false;
    const socket = this.parts.connect();
    this.#socket = socket;
    this.#listen();
    socket.onopen = () => {
      this.#opened = true;
      this.#listen();
      this.#hello();
    };
    socket.onmessage = (message) => {
      this.#listen();
      this.#receive(JSON.parse(String(message.data)) as ServerFrame);
    };
    socket.onclose = (close) => this.#closed(close.code);
  }

  /** Every frame is a sign of life; 35 s without one and this socket is given up. */
  #listen(patience = SILENCE): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#closed(4408), patience);
  }

  #probe(): void {
    this.#send({ type: 'ping', n: ++this.#ping });
    this.#listen(PROBE);
  }

  #hello(): void {
    this.#greeted = false;
    this.#ready = false;
    this.#send({ type: 'hello', device: this.parts.device, after: this.parts.held().positions });
  }

  #send(frame: ClientFrame): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #receive(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        return this.#welcome(frame);
      case 'event':
        return this.#event(frame);
      case 'caughtUp':
        if (this.#greeted && this.#behind.delete(frame.stream) && this.#behind.size === 0) this.#settled();
        return;
      case 'stream':
        return this.#stream(frame.mode);
      case 'ok':
        return this.#answers.ok(frame, this.parts.held());
      case 'refused':
        if (frame.id !== null) this.#answers.refused(frame.id, frame.problem);
        return;
      case 'ping':
        return this.#send({ type: 'pong', n: frame.n });
      case 'bye':
        this.#after = frame.after;
        return;
    }
  }

  #welcome(welcome: Welcome): void {
    const held = this.parts.held();
    if (welcome.person !== held.person) return this.#end('other-person');
    this.parts.serverTime(welcome.now);
    this.#adopt(inCouple(held, welcome.couple));
    const streams = Object.entries(welcome.streams) as [StreamName, NonNullable<Welcome['streams']['mine']>][];
    if (streams.some(([, stream]) => stream.mode === 'snapshot')) return void this.#reload();
    this.#behind = new Set(streams.filter(([, stream]) => stream.mode === 'replay').map(([name]) => name));
    this.#greeted = true;
    if (this.#behind.size === 0) this.#settled();
  }

  #adopt(held: Held): void {
    const before = this.parts.held();
    if (held === before) return;
    this.parts.keep(held);
    if (held.couple !== before.couple) this.parts.coupled();
  }

  /** Reads the whole state and greets from there; what arrives in between is dropped. */
  async #reload(): Promise<void> {
    const socket = this.#socket;
    this.#greeted = false;
    this.#ready = false;
    try {
      const snapshot = await this.parts.snapshot();
      if (socket !== this.#socket) return;
      this.parts.keep(fromSnapshot(this.parts.held(), snapshot));
      this.#hello();
    } catch {
      if (socket === this.#socket) this.#closed(1006);
    }
  }

  #settled(): void {
    this.#failures = 0;
    this.#after = undefined;
    this.#ready = true;
    this.parts.status('live');
  }

  #event(event: HavenEvent): void {
    if (!this.#greeted) return;
    const step = apply(this.parts.held(), event);
    if (step === 'known') return;
    if (step === 'gap') return this.#hello();
    this.parts.keep(step.held);
    this.#answers.shown(step.held);
    this.parts.event(event);
  }

  #stream(mode: 'opened' | 'snapshot' | 'closed'): void {
    if (mode === 'closed') {
      this.parts.keep({ ...withoutOurs(this.parts.held()), closed: true });
      this.parts.coupled();
      return;
    }
    if (mode === 'opened') this.parts.coupled();
    void this.#reload();
  }

  #drop(): void {
    clearTimeout(this.#silence);
    const socket = this.#socket;
    this.#socket = undefined;
    this.#greeted = false;
    this.#ready = false;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
    this.#answers.lost();
  }

  #closed(code: number): void {
    const neverOpened = !this.#opened;
    this.#drop();
    if (!this.#running) return;
    const stop = stoppedBy(code);
    if (stop) return this.#end(stop);
    this.#refreshFirst ||= code === 1008 || neverOpened;
    this.parts.status('connecting');
    const wait = this.#after ?? backoff(this.#failures++, this.parts.random);
    this.#after = undefined;
    this.#retry = setTimeout(() => void this.#return(), wait);
  }

  async #return(): Promise<void> {
    if (this.#refreshFirst) {
      const answer = await this.parts.signedIn();
      if (!this.#running || this.#socket) return;
      if (answer === 'no') return this.#end('expired');
      this.#refreshFirst = answer === 'unknown';
    }
    this.#open();
  }

  #end(why: Stopped): void {
    this.stop();
    this.parts.status(why);
  }
}
