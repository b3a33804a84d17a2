import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

/**
 * `npm run check-sst`: type-checks sst.config.ts against SST's own components. They are not on npm as types: the installed
 * SST writes them into .sst/platform, once per version, with npm alone.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const platform = join(root, '.sst/platform');
const stamp = join(platform, 'version');

const version = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'node_modules/sst/package.json'), 'utf8'))).version;

if (!isCurrent()) {
  run('sst', ['install', '--stage', 'test'], {
    SST_SKIP_DEPENDENCY_CHECK: '1',
    NO_BUN: '1',
    SST_TELEMETRY_DISABLED: '1',
  });
  if (!isCurrent()) fail(`SST did not write its components for ${version} into .sst/platform.`);
}
run('tsc', ['-p', 'tsconfig.sst.json'], {});

/** SST removes and rewrites the folder when its version changes; its packages are complete once npm has ended. */
function isCurrent(): boolean {
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8').includes(version) &&
    existsSync(join(platform, 'node_modules/@pulumi/aws'))
  );
}

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>>): void {
  const quiet = program === 'sst';
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (status !== 0) fail(`\`${program} ${args.join(' ')}\` failed.`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
