import { spawn } from 'node:child_process';
import { ensureInstalled, ownEnvironment, ownNode, root } from './install.mjs';

ensureInstalled();
const playground = spawn(ownNode, ['playground/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  env: ownEnvironment(),
  stdio: 'inherit',
});
// npm passes a signal on to this process alone; after Ctrl-C the playground hears it from the terminal as well.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => playground.kill(signal));
// Nothing else ends this process: it is there until the playground has put everything away.
playground.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
