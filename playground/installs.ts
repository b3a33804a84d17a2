import { createHash } from 'node:crypto';
import type { ManyWorkspaces } from '../src/bot/installs/installs.ts';
import { BOT_SCOPES, OPTIONAL_SCOPES } from '../src/bot/installs/scopes.ts';
import { createVault } from '../src/bot/installs/vault.ts';
import { keepInstallation, readInstallation } from '../src/store/installs.ts';
import { scanItems } from '../src/store/layer/scan.ts';
import type { Store } from '../src/store/store.ts';
import type { AppOptions, CountKept } from './slack/app-options.ts';
import { APP, teamById } from './slack/workspace.ts';

/** Hides tokens that are good for nothing but this playground. */
const TOKEN_KEY = createHash('sha256').update('playground-token-key').digest();

/** The app as one that many workspaces install. */
export function installsOf({ clientId, clientSecret, redirectUrl }: AppOptions): ManyWorkspaces {
  return { kind: 'many', clientId, clientSecret, redirectUrl, tokenKeys: [TOKEN_KEY] };
}

/** Makes the table say where the app is installed, as Slack has it: in the first workspace, before anybody installed anything. */
export async function keepGrants(store: Store, { grants, now }: AppOptions): Promise<void> {
  const vault = createVault([TOKEN_KEY]);
  const newest = new Map(grants.map(({ teamId, token }) => [teamId, token]));
  for (const [teamId, token] of newest) {
    const { sealedToken = '' } = (await readInstallation(store, teamId)) ?? {};
    if (vault.open(sealedToken, teamId) === token) continue;
    const admin = teamById(teamId)?.people.find(({ isAdmin }) => isAdmin);
    await keepInstallation(store, {
      workspaceId: teamId,
      sealedToken: vault.close(token, teamId),
      scopes: [...BOT_SCOPES, ...OPTIONAL_SCOPES],
      appId: APP.id,
      botUserId: APP.botUserId,
      ...(admin === undefined ? {} : { installedBy: admin.id }),
      installedAt: now(),
    });
  }
}

/** Counts by a scan what the table has of a workspace. */
export function countIn(store: () => Promise<Store>): CountKept {
  return async (teamId) => {
    const items = await scanItems(await store());
    return items.filter((item) => JSON.stringify(item).includes(teamId)).length;
  };
}
