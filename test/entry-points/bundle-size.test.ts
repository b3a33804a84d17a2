import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUNDLE_NAMES, type Bundle, type BundleName, bundle } from '../../scripts/bundle.ts';

type Limit = { readonly start: number; readonly all: number };

/** No function may grow past these unnoticed: what a cold start loads of it, and all its files. */
const LIMITS: Readonly<Record<BundleName, Limit>> = {
  slack: { start: 600_000, all: 800_000 },
  worker: { start: 450_000, all: 450_000 },
  tick: { start: 265_000, all: 265_000 },
  install: { start: 320_000, all: 320_000 },
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-size-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the bundles', () => {
  it.each(BUNDLE_NAMES)('%s stays small', async (name) => {
    const built = await bundle(name, folder);
    const { start, all } = LIMITS[name];
    expect(built.startBytes, largestOf(built)).toBeLessThanOrEqual(start);
    expect(built.bytes, largestOf(built)).toBeLessThanOrEqual(all);
  });
});

/** What to look at when one is too large. */
function largestOf({ name, byPackage }: Bundle): string {
  const packages = byPackage.slice(0, 8).map(([of, bytes]) => `${of} ${Math.round(bytes / 1000)} kB`);
  return `dist/${name} is too large (npm run build says more): ${packages.join(', ')}`;
}
