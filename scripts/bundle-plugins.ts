import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Lets each `import()` of our own bring the entry point along, which stands there already. So all that is loaded at the
 * start is shared with every later part, and comes into one file, where otherwise each set of parts that share a module
 * makes a file of its own: fewer files, and no names exported between them.
 */
export function oneStart(entry: string): Plugin {
  return {
    name: 'one-start',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
        kind === 'dynamic-import' && !resolveDir.includes('node_modules')
          ? { path: join(resolveDir, path), namespace: 'later' }
          : undefined,
      );
      onLoad({ filter: /./, namespace: 'later' }, ({ path }) => ({
        contents: `import ${JSON.stringify(entry)};\nexport * from ${JSON.stringify(path)};`,
        resolveDir: '/',
      }));
    },
  };
}

/** Of a library's own package.json, what the libraries send with their requests: who they are. */
export const namesOnly: Plugin = {
  name: 'names-only',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules\/.*\/package\.json$/ }, async ({ path }) => {
      const { name, version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ name, version }), loader: 'json' };
    });
  },
};
