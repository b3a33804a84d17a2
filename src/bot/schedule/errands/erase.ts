import { KEPT_AFTER_REMOVAL_MS } from '../../../installation.ts';
import { eraseWorkspace } from '../../../store/erase-workspace.ts';
import { readInstallation } from '../../../store/installs.ts';
import type { Instant } from '../../../time.ts';
import type { Clockwork } from '../clockwork.ts';
import type { Intent } from './intent.ts';

/**
 * Erases what was kept of a workspace that removed the app, unless it was installed again since. It is done anew where it was
 * cut short: what is erased stays erased.
 */
export async function intendErase(
  { store, log }: Clockwork,
  { workspaceId }: { readonly workspaceId: string },
  now: Instant,
): Promise<Intent> {
  const installation = await readInstallation(store, workspaceId);
  const removedAt = installation?.removedAt;
  if (removedAt === undefined) return { why: 'installed again' };
  if (removedAt + KEPT_AFTER_REMOVAL_MS > now) return { why: 'removed again later' };
  return {
    async prepare() {
      const rows = await eraseWorkspace(store, workspaceId);
      log({ level: 'info', event: 'workspace erased', workspace: workspaceId, rows });
      return { did: 'erased', leavesNoRow: true };
    },
  };
}
