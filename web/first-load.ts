import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type OutputBundle = Rolldown.OutputBundle;
type Part = { code: string } | { source: string | Uint8Array };

/** With what the desk begins: its code, and what it says. */
const beginnings = ['/src/main.tsx', '/words/en.json'];

/**
 * Measures what a browser fetches before the desk can be used (the entry with everything it
 * imports, its styles, the English words; without fonts), prints it, and fails the build above
 * `mostBytes` of gzip.
 */
export function firstLoad(mostBytes: number): Plugin {
  return {
    name: 'baton-first-load',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const needed = new Set<string>();
        const need = (name: string) => {
          const part = bundle[name];
          if (!part || needed.has(name)) return;
          needed.add(name);
          if (part.type !== 'chunk') return;
          part.imports.forEach(need);
          part.viteMetadata?.importedCss.forEach(need);
        };
        for (const begin of beginnings) {
          const has = ([, part]: [string, OutputBundle[string]]) =>
            part.type === 'chunk' && part.moduleIds.some((id) => id.endsWith(begin));
          const [name] = Object.entries(bundle).find(has) ?? [];
          if (name === undefined) return this.error(`${begin} is in no file`);
          need(name);
        }
        const bytes = [...needed].reduce((sum, name) => sum + zipped(bundle[name]!), 0);
        this.info(`first load: ${(bytes / 1000).toFixed(1)} kB gzip in ${needed.size} files`);
        if (bytes > mostBytes) this.error(`first load is over ${mostBytes / 1000} kB`);
      },
    },
  };
}

function zipped(part: Part): number {
  return gzipSync('code' in part ? part.code : part.source).length;
}
