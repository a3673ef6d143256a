import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nothingHeld, type Held } from './fold';
import { Live, type Parts, type Status } from './live';
import type { ServerFrame, Snapshot } from './types';

class FakeSocket {
  static all: FakeSocket[] = [];
  readyState: number = WebSocket.CONNECTING;
  sent: Record<string, unknown>[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((close: { code: number }) => void) | null = null;
  constructor() {
    FakeSocket.all.push(this);
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }
  close(): void {
    this.readyState = WebSocket.CLOSED;
  }
  open(): void {
    this.readyState = WebSocket.OPEN;
    this.onopen?.();
  }
  say(frame: ServerFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  fall(code: number): void {
    this.readyState = WebSocket.CLOSED;
    this.onclose?.({ code });
  }
  last(): Record<string, unknown> {
    return this.sent.at(-1)!;
  }
}

const AT = { ours: { epoch: 'e', seq: 5 }, mine: { epoch: 'm', seq: 2 } };
let held: Held;
let status: Status;
let signedIn: 'yes' | 'no' | 'unknown';
let snapshot: () => Promise<Snapshot>;
let live: Live;
const coupled = vi.fn();
const socket = () => FakeSocket.all.at(-1)!;

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.all = [];
  coupled.mockClear();
  held = { ...nothingHeld('alex'), couple: 'c', positions: AT };
  signedIn = 'yes';
  snapshot = () => Promise.resolve({ now: '', streams: AT, timeouts: [] });
  const parts: Parts = {
    connect: () => new FakeSocket() as unknown as WebSocket,
    snapshot: () => snapshot(),
    signedIn: () => Promise.resolve(signedIn),
    device: 'd',
    held: () => held,
    keep: (next) => (held = next),
    status: (next) => (status = next),
    serverTime: () => {},
    event: () => {},
    coupled,
    random: () => 1,
  };
  live = new Live(parts);
  live.start();
});
afterEach(() => {
  live.stop();
  vi.useRealTimers();
});

type Modes = { ours?: 'current' | 'replay' | 'snapshot'; mine?: 'current' | 'replay' | 'snapshot' };
function welcome({ ours = 'current', mine = 'current' }: Modes = {}, person = 'alex', couple: string | null = 'c'): ServerFrame {
  return {
    type: 'welcome', person, couple, now: '2026-11-21T18:00:00.000Z', heartbeat: 20_000,
    streams: { ours: { epoch: 'e', head: 9, mode: ours }, mine: { epoch: 'm', head: 2, mode: mine } },
  };
}
const signal = (seq: number): ServerFrame => ({
  type: 'event', stream: 'ours', epoch: 'e', seq, command: 'x', at: '2026-11-21T18:00:00.000Z', by: 'sam', kind: 'signal.sent', data: { signal: 'slower' },
});
const greet = (modes?: Modes) => {
  socket().open();
  socket().say(welcome(modes));
};
const hellos = () => socket().sent.filter((frame) => frame.type === 'hello').length;

describe('greeting', () => {
  it('says where it is and is live when nothing is to come', () => {
    greet();
    expect(socket().sent[0]).toEqual({ type: 'hello', device: 'd', after: AT });
    expect(status).toBe('live');
  });

  it('is live only when every replay has caught up', () => {
    greet({ ours: 'replay', mine: 'replay' });
    socket().say(signal(6));
    socket().say({ type: 'caughtUp', stream: 'ours', seq: 6 });
    expect(live.ready).toBe(false);
    socket().say({ type: 'caughtUp', stream: 'mine', seq: 2 });
    expect(live.ready).toBe(true);
    expect(held.positions.ours?.seq).toBe(6);
  });

  it('reads the snapshot, drops events meanwhile and greets with the new position', async () => {
    held = nothingHeld('alex');
    greet({ ours: 'snapshot', mine: 'snapshot' });
    socket().say(signal(6));
    await vi.advanceTimersByTimeAsync(0);
    expect(held.signals).toEqual([]);
    expect(socket().last()).toEqual({ type: 'hello', device: 'd', after: AT });
    socket().say(welcome());
    expect(live.ready).toBe(true);
  });

  it('stops when the server knows another person', () => {
    socket().open();
    socket().say(welcome({}, 'sam'));
    expect(status).toBe('other-person');
    expect(held.signals).toEqual([]);
  });

  it('drops the old space when the welcome names no couple', () => {
    socket().open();
    socket().say({ ...welcome({}, 'alex', null), streams: { mine: { epoch: 'm', head: 2, mode: 'current' } } } as ServerFrame);
    expect(held).toMatchObject({ couple: null, closed: true, positions: { mine: AT.mine } });
    expect(coupled).toHaveBeenCalledOnce();
  });
});

describe('order', () => {
  it('drops a known event and greets from its place over a gap', () => {
    greet();
    socket().say(signal(5));
    expect(held.signals).toHaveLength(0);
    socket().say(signal(7));
    expect(hellos()).toBe(2);
    socket().say(signal(6));
    expect(held.signals).toHaveLength(0);
    socket().say(welcome({ ours: 'replay' }));
    socket().say(signal(6));
    socket().say(signal(7));
    expect(held.signals).toHaveLength(2);
  });

  it('drops ours when it is closed and keeps the socket', () => {
    greet();
    socket().say({ type: 'stream', stream: 'ours', epoch: 'e', head: 9, mode: 'closed' });
    expect(held).toMatchObject({ couple: null, closed: true });
    expect(status).toBe('live');
  });

  it('reads everything when ours opens or gets a new epoch', async () => {
    for (const mode of ['opened', 'snapshot'] as const) {
      greet();
      socket().say({ type: 'stream', stream: 'ours', epoch: 'q', head: 0, mode });
      await vi.advanceTimersByTimeAsync(0);
      expect(hellos()).toBeGreaterThan(1);
    }
  });
});

describe('commands', () => {
  const command = { type: 'command', id: 'k', couple: 'c', kind: 'signal.send', data: { signal: 'slower' } } as const;

  it('answers yes when the events of the command are on the screen', async () => {
    greet();
    const told = vi.fn();
    const answer = live.command(command).then(told);
    socket().say({ type: 'ok', id: 'k', at: '', repeated: false, positions: { ours: { epoch: 'e', seq: 6 } } });
    await vi.advanceTimersByTimeAsync(0);
    expect(told).not.toHaveBeenCalled();
    socket().say(signal(6));
    await answer;
    expect(told).toHaveBeenCalledWith({ type: 'ok' });
  });

  it('hands on a refusal, and calls a lost connection unknown', async () => {
    greet();
    const refused = live.command(command);
    socket().say({ type: 'refused', id: 'k', problem: { status: 403, code: 'not-yours' } });
    expect(await refused).toMatchObject({ type: 'refused', problem: { code: 'not-yours' } });
    const lost = live.command(command);
    socket().fall(1006);
    expect(await lost).toEqual({ type: 'unknown' });
  });

  it('gives up waiting for an answer', async () => {
    greet();
    const answer = live.command(command);
    for (let i = 0; i < 3; i++) {
      socket().say({ type: 'ping', n: i });
      await vi.advanceTimersByTimeAsync(5_000);
    }
    expect(await answer).toEqual({ type: 'unknown' });
  });
});

describe('heartbeat', () => {
  it('answers a ping', () => {
    greet();
    socket().say({ type: 'ping', n: 17 });
    expect(socket().last()).toEqual({ type: 'pong', n: 17 });
  });

  it('gives up after 35 s of silence and comes back', async () => {
    greet();
    await vi.advanceTimersByTimeAsync(34_999);
    expect(FakeSocket.all).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1 + 500);
    expect(FakeSocket.all).toHaveLength(2);
  });

  it('asks after a sleep whether the socket still carries, and gives it up soon', async () => {
    greet();
    live.wake();
    expect(socket().last()).toMatchObject({ type: 'ping' });
    await vi.advanceTimersByTimeAsync(5_000 + 500);
    expect(FakeSocket.all).toHaveLength(2);
  });
});

describe('coming back', () => {
  it.each([1006, 1012, 4400, 4408, 4429])('does so after %i', async (code) => {
    greet();
    socket().fall(code);
    await vi.advanceTimersByTimeAsync(500);
    expect(FakeSocket.all).toHaveLength(2);
  });

  it.each([
    [1002, 'protocol'], [1003, 'protocol'], [1007, 'protocol'], [1009, 'protocol'], [4409, 'replaced'],
    [4500, 'protocol'], [4501, 'version'], [4503, 'signed-out'], [4504, 'erased'],
  ])('stays away after %i', async (code, why) => {
    greet();
    socket().fall(code);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(FakeSocket.all).toHaveLength(1);
    expect(status).toBe(why);
  });

  it('asks for the session first when the sign-in has run out', async () => {
    greet();
    signedIn = 'no';
    socket().fall(1008);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSocket.all).toHaveLength(1);
    expect(status).toBe('expired');
  });

  it('asks for the session too when the upgrade was refused', async () => {
    signedIn = 'no';
    socket().fall(1006);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(status).toBe('expired');
  });

  it('doubles the longest wait up to 30 s', async () => {
    signedIn = 'unknown';
    for (const wait of [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      const before = FakeSocket.all.length;
      socket().fall(1006);
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(FakeSocket.all).toHaveLength(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(FakeSocket.all).toHaveLength(before + 1);
    }
  });

  it('waits as long as the server asked when it went down', async () => {
    greet();
    socket().say({ type: 'bye', code: 1012, after: 3_200 });
    socket().fall(1012);
    await vi.advanceTimersByTimeAsync(3_199);
    expect(FakeSocket.all).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(FakeSocket.all).toHaveLength(2);
  });
});
