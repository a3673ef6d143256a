import type en from './en.json';

export type Key = keyof typeof en;
export type Language = 'en' | 'de';
type Messages = Record<Key, string>;
type Values = Record<string, string | number>;

/** A key missing in either file does not compile. */
const files: Record<Language, () => Promise<{ default: Messages }>> = {
  en: () => import('./en.json'),
  de: () => import('./de.json'),
};
const REMEMBERED = 'haven.language';

let language = $state<Language>('en');
let messages = $state.raw<Messages>({} as Messages);

export function currentLanguage(): Language {
  return language;
}

/** Fills `{name}` in the message of this key. */
export function t(key: Key, values: Values = {}): string {
  const text = messages[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export async function loadWords(wanted: Language = remembered()): Promise<void> {
  messages = (await files[wanted]()).default;
  language = wanted;
  document.documentElement.lang = wanted;
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
