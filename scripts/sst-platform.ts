import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** SST's own components and types. They are not on npm: the installed SST writes them here, once per version, with npm alone. */
export const PLATFORM = join(ROOT, '.sst/platform');

const version = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(ROOT, 'node_modules/sst/package.json'), 'utf8'))).version;

/** Has SST write its components, unless they are there; throws an error that says what to do where it can't. */
export function ensurePlatform(): void {
  if (isCurrent()) return;
  const env = {
    ...process.env,
    SST_SKIP_DEPENDENCY_CHECK: '1',
    NO_BUN: '1',
    SST_TELEMETRY_DISABLED: '1',
  };
  const { status } = spawnSync('sst', ['install', '--stage', 'test'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  if (status !== 0 || !isCurrent())
    throw new Error(
      `SST did not write its components for ${version} into .sst/platform. It fetches them from the npm registry: look whether that can be reached, delete .sst, and try again.`,
    );
}

/** SST removes and rewrites the folder when its version changes; its packages are complete once npm has ended. */
function isCurrent(): boolean {
  const stamp = join(PLATFORM, 'version');
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8').includes(version) &&
    existsSync(join(PLATFORM, 'node_modules/@pulumi/aws'))
  );
}
