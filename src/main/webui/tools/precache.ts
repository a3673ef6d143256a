import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Scripts of alphabets no text of ours uses are fetched when a name needs them, not beforehand. */
const RARE_FONTS = /-(vietnamese|latin-ext|cyrillic|cyrillic-ext|greek)-/;

/** Puts the list of built files into sw.js, so that the app opens without a network. */
export function precache(): Plugin {
  return {
    name: 'haven-precache',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const hash = createHash('sha256');
      const files = new Set<string>(['/']);
      for (const [name, file] of Object.entries(bundle)) {
        if (name === 'sw.js') continue;
        hash.update(name).update(file.type === 'chunk' ? file.code : file.source);
        if (name !== 'index.html' && !RARE_FONTS.test(name)) files.add('/' + name);
      }
      for (const name of readdirSync('public')) {
        hash.update(name).update(readFileSync('public/' + name));
        files.add('/' + name);
      }
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') return this.error('no sw.js in the build');
      const list = { version: hash.digest('hex').slice(0, 12), files: [...files].sort() };
      worker.code = worker.code.replace('self.__PRECACHE__', JSON.stringify(list));
    },
  };
}
