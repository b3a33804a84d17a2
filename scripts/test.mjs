import { spawnSync } from 'node:child_process';
import { ensureInstalled, ownEnvironment, ownNode, root } from './install.mjs';

ensureInstalled();
const { status } = spawnSync(ownNode, ['scripts/test.ts', ...process.argv.slice(2)], {
  cwd: root,
  env: ownEnvironment(),
  stdio: 'inherit',
});
process.exit(status ?? 1);
