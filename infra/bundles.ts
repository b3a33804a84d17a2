import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of a function's bundle. SST would deploy one that was never built as an empty function. */
export function bundleOf(name: 'slack' | 'worker' | 'tick' | 'install'): string {
  const folder = `dist/${name}`;
  if (!existsSync(join($cli.paths.root, folder, 'index.cjs')))
    throw new Error(`There is no bundle in ${folder}: \`npm run build\` makes it.`);
  return folder;
}
