import { KEPT_AFTER_REMOVAL_MS } from '../../../installation.ts';
import { eraseWorkspace } from '../../../store/erase-workspace.ts';
import { forgetRemoval, readInstallation } from '../../../store/installs.ts';
import type { Instant } from '../../../time.ts';
import type { Clockwork } from '../clockwork.ts';
import type { Intent } from './intent.ts';

/**
 * Erases what was kept of a workspace that removed the app, unless it was installed again since. It is done anew where it was
 * cut short: what is erased stays erased.
 */
export async function intendErase(
  { store, slackIn, log }: Clockwork,
  { workspaceId }: { readonly workspaceId: string },
  now: Instant,
): Promise<Intent> {
  const installation = await readInstallation(store, workspaceId);
  if (installation?.removedAt === undefined) return { why: INSTALLED_AGAIN };
  if (installation.removedAt + KEPT_AFTER_REMOVAL_MS > now) return { why: 'removed again later' };
  return {
    async prepare() {
      // The environment's token is changed where nobody tells the table: only Slack knows whether it is good again.
      const isBack =
        installation.appId === undefined && (await isIn(await slackIn(workspaceId), workspaceId));
      if (isBack) {
        await forgetRemoval(store, installation);
        return { why: INSTALLED_AGAIN };
      }
      const rows = await eraseWorkspace(store, workspaceId);
      log({ level: 'info', event: 'workspace erased', workspace: workspaceId, rows });
      return { did: 'erased', leavesNoRow: true };
    },
  };
}

const INSTALLED_AGAIN = 'installed again';

/** Thrown where Slack does not say whether the app is there: it is asked again later, and nothing is erased before. */
class UnknownError extends Error {
  override readonly name = 'UnknownError';
}

async function isIn(slack: Awaited<ReturnType<Clockwork['slackIn']>>, workspaceId: string): Promise<boolean> {
  const answer = slack === undefined ? false : await slack.isIn(workspaceId);
  if (answer === undefined) throw new UnknownError('Slack did not say whether the app is there.');
  return answer;
}
