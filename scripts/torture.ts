import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';

/**
 * The long half of the tests: many seeds of the writers' race, long fuzzing of the reader.
 * `--ci` bounds it to what continuous integration may take (8 minutes at most).
 */
const { values } = parseArgs({ options: { ci: { type: 'boolean', default: false } } });

const scale = values.ci
  ? { TORTURE_SEEDS: '20', TORTURE_FUZZ_SECONDS: '60' }
  : { TORTURE_SEEDS: '60', TORTURE_FUZZ_SECONDS: '900' };

const child = spawn('vitest', ['run', '--config', 'vitest.torture.config.ts'], {
  stdio: 'inherit',
  env: { ...process.env, ...scale },
});
const [code] = await once(child, 'exit');
process.exit(typeof code === 'number' ? code : 1);
