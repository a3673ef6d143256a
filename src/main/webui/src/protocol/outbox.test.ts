import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Device, type Entry } from './device';
import { nothingHeld } from './fold';
import type { Answer } from './answers';
import { Outbox, STALE } from './outbox';
import type { Command, Me } from './types';

let device: Device;
let online: boolean;
let now: number;
let sent: string[];
let answers: Answer[];
let outboxes: Outbox[];

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  device = await Device.open();
  await device.claim('alex');
  online = true;
  now = 1_000_000;
  sent = [];
  answers = [];
  outboxes = [];
});
afterEach(() => outboxes.forEach((outbox) => outbox.stop()));

function outbox(): Outbox {
  const made = new Outbox({
    device,
    person: 'alex',
    door: {
      send: (command) => {
        sent.push(command.id);
        return Promise.resolve(answers.shift() ?? { type: 'ok' });
      },
    },
    online: () => online,
    now: () => now,
    changed: () => {},
    tell: () => {},
  });
  outboxes.push(made);
  return made;
}
const signal = (id: string): Command => ({ type: 'command', id, couple: 'c', kind: 'signal.send', data: { signal: 'slower' } });
const callFor = (id: string, timeout = 't'): Command => ({ type: 'command', id, couple: 'c', kind: 'timeout.call', data: { timeout, minutes: 30 } });
const checkIn = (id: string, timeout = 't'): Command => ({ type: 'command', id, couple: 'c', kind: 'timeout.checkIn', data: { timeout } });
const stored = async () => (await device.outbox()).map((entry: Entry) => entry.command.id);
const refusal: Answer = { type: 'refused', problem: { status: 422, code: 'too-long' } };

describe('a command', () => {
  it('is stored before it is sent and gone when the answer is yes', async () => {
    const box = outbox();
    await box.add(signal('1'));
    expect(await box.outcome('1')).toEqual({ type: 'ok' });
    expect(sent).toEqual(['1']);
    expect(await stored()).toEqual([]);
  });

  it('made offline waits, survives the end of the browser and goes once when back', async () => {
    online = false;
    const before = outbox();
    await before.add(signal('1'));
    expect(await before.outcome('1')).toEqual({ type: 'waiting' });
    expect(sent).toEqual([]);
    before.stop();

    online = true;
    await outbox().drain();
    expect(sent).toEqual(['1']);
    expect(await stored()).toEqual([]);
  });

  it('that rests for long is the person\'s to send, and holds up nothing', async () => {
    answers = [{ type: 'refused', problem: { status: 429, code: 'rate', after: 600_000 } }];
    const box = outbox();
    await box.add(signal('1'));
    expect(await box.outcome('1')).toMatchObject({ type: 'refused' });
    await box.add(callFor('2'));
    expect(await box.outcome('2')).toEqual({ type: 'ok' });
    expect(sent).toEqual(['1', '2']);
  });

  it('of unknown outcome is repeated with the same id', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answers = [{ type: 'unknown' }, { type: 'refused', problem: { status: 503, code: 'unavailable' } }];
    const box = outbox();
    await box.add(signal('1'));
    for (let i = 0; i < 500 && (await stored()).length > 0; i++) await vi.advanceTimersByTimeAsync(500);
    expect(await stored()).toEqual([]);
    expect(sent).toEqual(['1', '1', '1']);
    vi.useRealTimers();
  });

  it('refused keeps its words and its problem, and lets the next pass', async () => {
    answers = [refusal];
    const box = outbox();
    await box.add(callFor('1'));
    expect(await box.outcome('1')).toMatchObject({ type: 'refused', problem: { code: 'too-long' } });
    await box.add(signal('2'));
    expect(await box.outcome('2')).toEqual({ type: 'ok' });
    expect(box.entries[0]).toMatchObject({ command: { data: { minutes: 30 } }, problem: { code: 'too-long' } });
  });

  it('already in the log needs no answer', async () => {
    online = false;
    const box = outbox();
    await box.add(signal('1'));
    await box.seen('1');
    online = true;
    await box.drain();
    expect(sent).toEqual([]);
  });
});

describe('order', () => {
  it('is the order of making, whatever the ids, also after the end of the browser', async () => {
    online = false;
    const before = outbox();
    await Promise.all(['3', '1', '2'].map((id) => before.add(signal(id))));
    before.stop();
    const box = outbox();
    await box.add(signal('0'));
    online = true;
    await box.drain();
    expect(sent).toEqual(['3', '1', '2', '0']);
  });

  it('lets nothing overtake the call it belongs to', async () => {
    answers = [refusal];
    online = false;
    const box = outbox();
    await box.add(callFor('1'));
    await box.add(checkIn('2'));
    await box.add(checkIn('3', 'other'));
    online = true;
    await box.drain();
    expect(sent).toEqual(['1', '3']);
    await box.discard(box.entries[0]!);
    expect(await stored()).toEqual([]);
  });
});

describe('a call for space', () => {
  it('older than two minutes asks before it is sent', async () => {
    online = false;
    const box = outbox();
    await box.add(callFor('1'));
    online = true;
    now += STALE + 1;
    await box.drain();
    expect(sent).toEqual([]);
    expect(box.asksFirst(box.entries[0]!)).toBe(true);
    await box.sendNow(box.entries[0]!);
    await vi.waitFor(() => expect(sent).toEqual(['1']));
  });
});

describe('two tabs', () => {
  it('send each command once', async () => {
    vi.stubGlobal('navigator', Object.create(navigator, { locks: { value: oneAtATime() } }));
    online = false;
    const [here, there] = [outbox(), outbox()];
    await here.add(signal('1'));
    await there.add(signal('2'));
    online = true;
    await Promise.all([here.drain(), there.drain()]);
    expect(sent).toEqual(['1', '2']);
    vi.unstubAllGlobals();
  });

  function oneAtATime() {
    let last = Promise.resolve();
    return { request: (_: string, act: () => Promise<void>) => (last = last.then(act)) };
  }
});

describe('the device', () => {
  const me = (id: string) => ({ id, displayName: 'x' }) as Me;

  it('is emptied before another person sees it', async () => {
    await device.keepMe(me('alex'));
    await device.keepHeld(nothingHeld('alex'));
    await device.remember('alex', 'parked', ['a thought']);
    await device.store('alex', { command: signal('1'), madeAt: 0 });
    await device.claim('sam');
    expect([await device.me(), await device.held(), (await device.own())['parked'], await device.outbox()]).toEqual([
      undefined, undefined, undefined, [],
    ]);
  });

  it('keeps everything when the same person comes again, and unlocks', async () => {
    const first = await device.claim('alex');
    await device.remember('alex', 'parked', ['a thought']);
    await device.lock();
    expect(await device.claim('alex')).toEqual(first);
    expect((await device.own())['parked']).toEqual(['a thought']);
  });

  it('takes no writes of a person who is gone, not even from a tab that does not know yet', async () => {
    await device.wipe();
    await device.keepHeld(nothingHeld('alex'));
    await device.remember('alex', 'parked', ['a thought']);
    expect(await device.store('alex', { command: signal('1'), madeAt: 0 })).toBe(false);
    expect([await device.held(), (await device.own())['parked'], await device.outbox()]).toEqual([undefined, undefined, []]);
  });

  it('gets what a reload cut off on its way, for the same person alone', async () => {
    await device.claim('alex');
    void device.remember('alex', 'parked', ['a thought']);
    const cutOff = { ...sessionStorage };
    await device.remember('alex', 'parked', undefined);
    expect(sessionStorage).toHaveLength(0);
    const reload = async () => {
      Object.assign(sessionStorage, cutOff);
      return (await Device.open()).own();
    };
    expect((await reload())['parked']).toEqual(['a thought']);
    expect(sessionStorage).toHaveLength(0);
    await device.claim('sam');
    expect((await reload())['parked']).toBeUndefined();
  });

  it('is not put back by a tab that lags behind', async () => {
    const at = (seq: number) => ({ ...nothingHeld('alex'), positions: { mine: { epoch: 'm', seq } } });
    await device.keepHeld(at(5));
    await device.keepHeld(at(4));
    expect((await device.held())?.positions.mine?.seq).toBe(5);
  });
});
