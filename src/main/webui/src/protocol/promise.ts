import type { HavenEvent, Link } from './types';

/** Words taken back by their author come as null. */
type Words = string | null;

/** What is promised, and by when. `on` names the day where the hour does not matter. */
export interface Dated {
  due: string;
  on?: string;
}
export interface PromiseVersion extends Dated {
  at: string;
  words?: Words;
  /** Said before the time that stood; left out in the first one. */
  withNotice?: boolean;
}
export type PromiseState = 'open' | 'kept' | 'let_go';
export interface PromiseView {
  promise: string;
  maker: string;
  madeAt: string;
  state: PromiseState;
  from?: Link;
  /** The first one first; the last one stands. */
  versions: PromiseVersion[];
  keptAt?: string;
  thankedAt?: string;
  thanks?: Words;
  letGoAt?: string;
  /** What its maker said when they let it go. */
  lastWords?: Words;
  erased?: boolean;
}

export interface PromiseCommands {
  'promise.make': { promise: string; words: string; from?: Link } & Dated;
  'promise.change': { promise: string; words: string } & Dated;
  'promise.keep': { promise: string };
  'promise.letGo': { promise: string; words: string };
  'promise.thank': { promise: string; words?: string };
}

export interface PromiseEvents {
  'promise.made': { promise: string; words: Words; from?: Link } & Dated;
  'promise.changed': { promise: string; words: Words; withNotice: boolean } & Dated;
  'promise.kept': { promise: string };
  'promise.letGo': { promise: string; words: Words };
  'promise.thanked': { promise: string; words?: Words };
  'promise.soon': { promise: string };
  'promise.due': { promise: string };
}
type Told = Extract<HavenEvent, { kind: `promise.${string}` }>;

const SETTLED_LAST = 7 * 24 * 3_600_000;

/** Reminders change nothing here: a page sees by the clock what is due. */
export function foldPromise(promises: PromiseView[], event: Told): PromiseView[] {
  const id = event.data.promise;
  if (event.kind === 'promise.made') return [made(event), ...recent(promises, event.at).filter((one) => one.promise !== id)];
  return promises.map((one) => (one.promise === id ? changed(one, event) : one));
}

function made({ data, by, at }: Extract<Told, { kind: 'promise.made' }>): PromiseView {
  const { promise, from, ...said } = data;
  return { promise, maker: by ?? '', madeAt: at, state: 'open', ...(from && { from }), versions: [{ at, ...said }] };
}

function changed(one: PromiseView, event: Told): PromiseView {
  const { at } = event;
  switch (event.kind) {
    case 'promise.changed': {
      const { promise: _promise, ...said } = event.data;
      return { ...one, versions: [...one.versions, { at, ...said }] };
    }
    case 'promise.kept':
      return { ...one, state: 'kept', keptAt: at };
    case 'promise.letGo':
      return { ...one, state: 'let_go', letGoAt: at, lastWords: event.data.words };
    case 'promise.thanked':
      return { ...one, thankedAt: at, ...('words' in event.data && { thanks: event.data.words }) };
    default:
      return one;
  }
}

function recent(promises: PromiseView[], now: string): PromiseView[] {
  return promises.filter((one) => {
    const over = one.keptAt ?? one.letGoAt;
    return !over || Date.parse(now) - Date.parse(over) < SETTLED_LAST;
  });
}
