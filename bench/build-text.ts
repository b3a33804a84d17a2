import { build } from 'esbuild';
import { bundleOptions } from '../scripts/bundle.ts';

/** Bundles TypeScript that stands in no file, as the functions are bundled, into `file`; gives back `file`. */
export async function buildText(code: string, file: string, { plainly = false } = {}): Promise<string> {
  await build({
    ...bundleOptions,
    // Plainly: without the empty modules that stand in for the parts of Bolt which are never used.
    ...(plainly ? { alias: {}, plugins: [] } : {}),
    sourcemap: false,
    stdin: { contents: code, resolveDir: bundleOptions.absWorkingDir, loader: 'ts' },
    outfile: file,
  });
  return file;
}
