import { TEAM, type Team, teamById } from './workspace.ts';

/** A token of the app, good in one workspace. */
export type Grant = { readonly teamId: string; readonly token: string };

/** Where the app is installed: which tokens it has, until their workspace removes it. */
export type Grants = {
  readonly all: () => readonly Grant[];
  readonly isInstalled: (teamId: string) => boolean;
  readonly add: (grant: Grant) => void;
  /** Takes all tokens of a workspace back. */
  readonly revoke: (teamId: string) => void;
  /** The workspace of whoever calls with a token, also one that was taken back; `undefined` for any other. */
  readonly teamOf: (authorization: string) => Team | undefined;
  readonly isRevoked: (authorization: string) => boolean;
};

/** The app's token in the first workspace, which has it from the beginning: one should be able to try it at once. */
export const BOT_TOKEN = 'xoxb-playground';
export const FIRST_GRANTS: readonly Grant[] = [{ teamId: TEAM.id, token: BOT_TOKEN }];

export function createGrants(initial: readonly Grant[], changed: () => void): Grants {
  let grants = initial;
  const revoked = new Map<string, string>();

  const find = (authorization: string) =>
    grants.find(({ token }) => token === tokenOf(authorization))?.teamId ??
    revoked.get(tokenOf(authorization));

  return {
    all: () => grants,
    isInstalled: (teamId) => grants.some((grant) => grant.teamId === teamId),
    add(grant) {
      grants = [...grants, grant];
      changed();
    },
    revoke(teamId) {
      for (const { token } of grants.filter((grant) => grant.teamId === teamId)) revoked.set(token, teamId);
      grants = grants.filter((grant) => grant.teamId !== teamId);
      changed();
    },
    teamOf: (authorization) => teamById(find(authorization) ?? ''),
    isRevoked: (authorization) => revoked.has(tokenOf(authorization)),
  };
}

function tokenOf(authorization: string): string {
  return authorization.replace(/^Bearer /, '');
}
