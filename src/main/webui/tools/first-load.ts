import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Fails the build when what a first visit loads, fonts apart, grows over `limit` kB gzipped. */
export function firstLoad(limit: number): Plugin {
  return {
    name: 'haven-first-load',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const wanted = new Set<string>();
      const want = (name: string): void => {
        const file = bundle[name];
        if (wanted.has(name) || file?.type !== 'chunk') return;
        wanted.add(name);
        file.viteMetadata?.importedCss.forEach((css) => wanted.add(css));
        file.imports.forEach(want);
      };
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      chunks.filter((c) => c.name === 'index' && c.isEntry).forEach((c) => want(c.fileName));
      // One language is loaded at the start; count the larger.
      const words = chunks.filter((c) => /words\/(en|de)\/start\.json$/.test(c.facadeModuleId ?? ''));
      if (words.length !== 2) this.error('the two languages are no longer files of their own');
      const size = (name: string): number => {
        const file = bundle[name];
        return file ? gzipSync(file.type === 'chunk' ? file.code : file.source).length : 0;
      };
      const language = Math.max(...words.map((c) => size(c.fileName)));
      const kilobytes = ([...wanted].reduce((sum, name) => sum + size(name), 0) + language) / 1000;
      console.log(`first load ${kilobytes.toFixed(1)} kB gzipped without fonts, limit ${limit} kB`);
      if (kilobytes > limit) this.error(`the first load is over ${limit} kB`);
    },
  };
}
