// Runs under whatever Node a person has, before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');

/** Brings node_modules to what package-lock.json says, if it is not there yet. */
export function ensureInstalled() {
  if (isInstalled()) return;
  process.stderr.write('Installing what is missing (once, about a minute) …\n');
  const npm = process.env.npm_execpath;
  const [command, ...start] = npm ? [process.execPath, npm] : ['npm'];
  const { status } = spawnSync(command, [...start, 'ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) {
    process.stderr.write('The installation failed: see above, mend it, and run the same command again.\n');
    process.exit(1);
  }
}

/** The environment in which `node` and the installed tools are this project's own. */
export function ownEnvironment() {
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
}

/** The project's own Node, whatever Node runs this file. */
export const ownNode = join(bin, 'node');

function isInstalled() {
  const installedAt = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedAt) || !existsSync(ownNode)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(installedAt);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}
