import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { BUNDLE_NAMES } from '../../scripts/bundle.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('the benchmark of the cold start starts each function, and the Bolt apps beside them', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['bench/main.ts', 'bundle'], { cwd: root });
  const started = stdout
    .split('\n')
    .filter((line) => /^(?:smallest Bolt app|the same with|Stint: ).* ms /.test(line));
  expect(started, stdout).toHaveLength(3 + BUNDLE_NAMES.length);
});
