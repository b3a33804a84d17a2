import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Everything that must hold before a change lands. The quick checks come first, beside each other, and stop the run; the tests
 * and the check of sst.config.ts (which may have to fetch SST's own types) share the rest of the time.
 */
const quick = [
  ['tsc', '-p', '.'],
  ['tsc', '-p', 'playground/page'],
  ['biome', 'check', '.'],
  ['node', 'scripts/build.ts', '--quiet'],
] as const;

const slow = [
  ['vitest', 'run', ...process.argv.slice(2)],
  ['node', 'scripts/check-sst.ts'],
] as const;

/** Tests of the functions' bundles take what the quick checks have built. */
const env = { ...process.env, STINT_BUILT: fileURLToPath(new URL('../dist', import.meta.url)) };

for (const commands of [quick, slow]) {
  const outcomes = await Promise.all(
    commands.map(async (command) => ({ command, status: await run(command) })),
  );
  for (const { command, status } of outcomes) {
    if (status !== 0) fail(command);
  }
}

async function run([program, ...args]: readonly [string, ...string[]]): Promise<number> {
  const options: SpawnOptions = { stdio: 'inherit', env };
  const child = spawn(program, args, options);
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

function fail(command: readonly string[]): never {
  console.error(`\nFailed: ${command.join(' ')}`);
  process.exit(1);
}
