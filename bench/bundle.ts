import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLE_NAMES, type Bundle, bundle } from '../scripts/bundle.ts';
import { printStart } from './cold.ts';
import { heading, kilobytes, percent, table } from './print.ts';

const LARGEST = 10;

/** What each function weighs, what each library has of the Slack function, and how all of them start. */
export async function bundleSection(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stint-bench-'));
  try {
    const built = await Promise.all(BUNDLE_NAMES.map((name) => bundle(name, folder)));
    heading('bundles: what a function loads at its start, and all its files');
    table(
      ['function', 'start', 'all', 'zipped'],
      built.map(({ name, startBytes, bytes, gzipBytes }) => [
        name,
        ...[startBytes, bytes, gzipBytes].map(kilobytes),
      ]),
    );
    for (const one of built) if (one.name === 'slack') printLibraries(one);
    await printStart(built, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function printLibraries({ bytes, byPackage }: Bundle): void {
  const others = byPackage.slice(LARGEST);
  const rest = others.reduce((sum, [, size]) => sum + size, 0);
  table(
    ['library in the Slack function', 'size', 'share'],
    [...byPackage.slice(0, LARGEST), [`${others.length} others`, rest] as const].map(([name, size]) => [
      name,
      kilobytes(size),
      percent(size / bytes),
    ]),
  );
}
