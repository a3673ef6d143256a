import type inner from './en/inner';
import type start from './en/start.json';

type StartKey = keyof typeof start;
type InnerKey = keyof typeof inner;
export type Key = StartKey | InnerKey;
export type Language = 'en' | 'de';
type Loading<K extends Key> = Record<Language, () => Promise<{ default: Record<K, string> }>>;
type Values = Record<string, string | number>;

/** What is said before anybody is signed in. A key missing in either language does not compile. */
const starts: Loading<StartKey> = {
  en: () => import('./en/start.json'),
  de: () => import('./de/start.json'),
};
/** All the rest: it would only hold up the first page. */
const inners: Loading<InnerKey> = {
  en: () => import('./en/inner'),
  de: () => import('./de/inner'),
};
const REMEMBERED = 'haven.language';

let language = $state<Language>('en');
let messages = $state.raw<Partial<Record<Key, string>>>({});
let wish: Language = 'en';
let innerWanted = false;
let innerHeld = false;

export function currentLanguage(): Language {
  return language;
}

/** Fills `{name}` in the message of this key. */
export function t(key: Key, values: Values = {}): string {
  const text = messages[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export async function loadWords(wanted: Language = remembered()): Promise<void> {
  wish = wanted;
  const [start, inner] = await Promise.all([starts[wanted](), innerWanted ? inners[wanted]() : undefined]);
  if (wish !== wanted) return;
  messages = { ...start.default, ...inner?.default };
  innerHeld = inner !== undefined;
  language = wanted;
  document.documentElement.lang = wanted;
  tellWorker(wanted);
}

/** What the service worker says while the app is closed is in the device's language, too. */
function tellWorker(wanted: Language): void {
  if ('caches' in globalThis) void caches.open('language').then((cache) => cache.put('/language', new Response(wanted))).catch(() => {});
}

/** Before the first page that is not part of the first load. */
export async function loadInnerWords(): Promise<void> {
  innerWanted = true;
  if (!innerHeld) await loadWords(wish);
}

/** The language is a property of the device too, so that signed-out pages speak it. */
export async function chooseLanguage(wanted: Language): Promise<void> {
  try {
    localStorage.setItem(REMEMBERED, wanted);
  } catch {
    // A browser that keeps nothing still shows the chosen language until it is closed.
  }
  await loadWords(wanted);
}

function remembered(): Language {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(REMEMBERED);
  } catch {
    // Storage may be forbidden; the browser's own language is a good answer then.
  }
  const wish = kept ?? navigator.languages.find((tag) => /^(en|de)\b/.test(tag)) ?? 'en';
  return wish.startsWith('de') ? 'de' : 'en';
}
