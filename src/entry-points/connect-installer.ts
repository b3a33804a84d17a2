import type { Effects } from '../bot/effects.ts';
import { createInstaller, type Installer } from '../bot/installs/create-installer.ts';
import { connectStore } from './connect-store.ts';
import type { Connection } from './connection.ts';

/** The pages by which workspaces install the app; `undefined` where it lives in one alone. */
export function connectInstaller(
  { installs, ...rest }: Connection,
  effects: Pick<Effects, 'fetch' | 'now' | 'log'>,
): Installer | undefined {
  if (installs.kind === 'one') return undefined;
  return createInstaller({ ...rest, installs }, connectStore(rest, effects), effects);
}
