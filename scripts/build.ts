import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { BUNDLE_NAMES, type Bundle, bundle } from './bundle.ts';
import { readOptions } from './read-options.ts';

/** `npm run build`: bundles every function into dist/ and says what each library costs; `--quiet` only builds. */
const { quiet } = readOptions({ quiet: { type: 'boolean' } }, 'npm run build [-- --quiet]');
const dist = fileURLToPath(new URL('../dist', import.meta.url));

await rm(dist, { recursive: true, force: true });
for (const name of BUNDLE_NAMES) report(await bundle(name, dist));

function report({ name, bytes, gzipBytes, startBytes, byPackage }: Bundle): void {
  if (quiet) return;
  console.log(
    `dist/${name}  ${kilobytes(bytes)} (${kilobytes(gzipBytes)} zipped), of it ${kilobytes(startBytes)} loaded at its start`,
  );
  const [large, small] = [byPackage.slice(0, 12), byPackage.slice(12)];
  for (const [packageName, size] of large) console.log(`  ${kilobytes(size).padStart(9)}  ${packageName}`);
  const rest = small.reduce((sum, [, size]) => sum + size, 0);
  console.log(`  ${kilobytes(rest).padStart(9)}  ${small.length} smaller ones`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
