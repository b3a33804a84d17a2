import { KEPT_AFTER_REMOVAL_MS } from '../../../installation.ts';
import { erasePace } from '../../../store/erase-pace.ts';
import { ERASE_START, eraseWorkspace } from '../../../store/erase-workspace.ts';
import { forgetRemoval, readInstallation } from '../../../store/installs.ts';
import type { DueKey, ErasePlace } from '../../../store/kinds/due.ts';
import type { Instant } from '../../../time.ts';
import type { Clockwork } from '../clockwork.ts';
import type { Intent } from './intent.ts';

/**
 * Erases what was kept of a workspace that removed the app, unless it was installed again since. It is done anew where it was
 * cut short: what is erased stays erased.
 */
export async function intendErase(
  { store, slackIn, log }: Clockwork,
  due: DueKey & { readonly errand: 'erase'; readonly workspaceId: string; readonly place?: ErasePlace },
  now: Instant,
): Promise<Intent> {
  const { workspaceId, place } = due;
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
      const step = { pace: erasePace(store), errand: due, ...(place === undefined ? {} : { place }) };
      const erased = await eraseWorkspace(store, workspaceId, step);
      switch (erased.kind) {
        case 'erased':
          log({ level: 'info', event: 'workspace erased', workspace: workspaceId });
          return { did: 'erased', leavesNoRow: true };
        case 'later':
          return { goesOn: 'not all is erased yet', after: 0, place: erased.place };
        case 'restless':
          log({ level: 'error', event: 'workspace not erased', workspace: workspaceId, why: RESTLESS });
          return { goesOn: RESTLESS, after: DAY_MS, place: ERASE_START };
        default:
          return erased satisfies never;
      }
    },
  };
}

const INSTALLED_AGAIN = 'installed again';
const RESTLESS = 'something was left each time';

/** It is begun anew so much later. */
const DAY_MS = 86_400_000;

/** Thrown where Slack does not say whether the app is there: it is asked again later, and nothing is erased before. */
class UnknownError extends Error {
  override readonly name = 'UnknownError';
}

async function isIn(slack: Awaited<ReturnType<Clockwork['slackIn']>>, workspaceId: string): Promise<boolean> {
  const answer = slack === undefined ? false : await slack.isIn(workspaceId);
  if (answer === undefined) throw new UnknownError('Slack did not say whether the app is there.');
  return answer;
}
