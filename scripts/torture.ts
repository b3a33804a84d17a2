import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readOptions } from './read-options.ts';

/**
 * The long half of the tests: many seeds of the writers' race, long fuzzing of the reader.
 * `--ci` bounds it to what continuous integration may take (8 minutes at most).
 */
const { ci } = readOptions({ ci: { type: 'boolean' } }, 'npm run torture [-- --ci]');

const scale = ci
  ? { TORTURE_SEEDS: '20', TORTURE_FUZZ_SECONDS: '60' }
  : { TORTURE_SEEDS: '60', TORTURE_FUZZ_SECONDS: '900' };

const child = spawn('vitest', ['run', '--config', 'vitest.torture.config.ts'], {
  stdio: 'inherit',
  env: { ...process.env, ...scale },
});
const [code] = await once(child, 'exit');
process.exit(typeof code === 'number' ? code : 1);
