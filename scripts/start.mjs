import { spawn } from 'node:child_process';
import { ensureInstalled, ownEnvironment, ownNode, root } from './install.mjs';

ensureInstalled();
const playground = spawn(ownNode, ['playground/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  env: ownEnvironment(),
  stdio: 'inherit',
});
// Ctrl-C reaches both processes; a signal sent to npm alone reaches only this one.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => playground.kill(signal));
playground.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
