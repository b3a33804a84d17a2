import { TEAM, type Team, teamById } from './workspace.ts';

/** A token of the app, good in one workspace. */
export type Grant = { readonly teamId: string; readonly token: string };

/** A workspace that removed the app; `at` in milliseconds since 1970. */
export type Removal = { readonly teamId: string; readonly at: number };

/** Where the app is installed: which tokens it has, until their workspace removes it. */
export type Grants = {
  readonly all: () => readonly Grant[];
  readonly isInstalled: (teamId: string) => boolean;
  readonly add: (grant: Grant) => void;
  /** Takes all tokens of a workspace back, at a time that is kept as long as the app stays away. */
  readonly revoke: (teamId: string, at: number) => void;
  readonly removals: () => readonly Removal[];
  /** When the app was removed from a workspace that it is not in; `undefined` where it never was. */
  readonly removedAt: (teamId: string) => number | undefined;
  /** The workspace of whoever calls with a token, also one that was taken back; `undefined` for any other. */
  readonly teamOf: (authorization: string) => Team | undefined;
  readonly isRevoked: (authorization: string) => boolean;
};

/** The app's token in the first workspace, which has it from the beginning: one should be able to try it at once. */
export const BOT_TOKEN = 'xoxb-playground';
export const FIRST_GRANTS: readonly Grant[] = [{ teamId: TEAM.id, token: BOT_TOKEN }];

/** Where the app is, and where it was. */
export type Granted = { readonly grants: readonly Grant[]; readonly removals: readonly Removal[] };

export function createGrants(initial: Granted, changed: () => void): Grants {
  let { grants, removals } = initial;
  const revoked = new Map<string, string>();

  const find = (authorization: string) =>
    grants.find(({ token }) => token === tokenOf(authorization))?.teamId ??
    revoked.get(tokenOf(authorization));

  return {
    all: () => grants,
    isInstalled: (teamId) => grants.some((grant) => grant.teamId === teamId),
    add(grant) {
      grants = [...grants, grant];
      removals = removals.filter(({ teamId }) => teamId !== grant.teamId);
      changed();
    },
    revoke(teamId, at) {
      for (const { token } of grants.filter((grant) => grant.teamId === teamId)) revoked.set(token, teamId);
      grants = grants.filter((grant) => grant.teamId !== teamId);
      removals = [...removals, { teamId, at }];
      changed();
    },
    removals: () => removals,
    removedAt: (teamId) => removals.find((removal) => removal.teamId === teamId)?.at,
    teamOf: (authorization) => teamById(find(authorization) ?? ''),
    isRevoked: (authorization) => revoked.has(tokenOf(authorization)),
  };
}

function tokenOf(authorization: string): string {
  return authorization.replace(/^Bearer /, '');
}
