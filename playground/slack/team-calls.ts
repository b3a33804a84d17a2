import type { Fields } from '../block-kit/problem.ts';
import type { ApiCalls, Called } from './api-calls.ts';
import type { Consents } from './consents.ts';
import type { Grants } from './grants.ts';
import { type Person, TEAM } from './workspace.ts';

/** The Web API of all workspaces: each token reaches its own alone. */
export type TeamCalls = {
  readonly call: (method: string, params: Fields, authorization: string) => Promise<Called>;
  /** What is done in a member's workspace on the app's behalf. */
  readonly of: (person: Person) => ApiCalls;
};

export type TeamCallParts = {
  /** By the workspace's id; the first one also answers whoever has no token of any. */
  readonly teams: ReadonlyMap<string, ApiCalls>;
  readonly grants: Grants;
  readonly consents: Consents;
};

export function createTeamCalls({ teams, grants, consents }: TeamCallParts): TeamCalls {
  function callsOf(teamId: string): ApiCalls {
    const calls = teams.get(teamId) ?? teams.get(TEAM.id);
    if (calls === undefined) throw new Error(`There is no workspace ${teamId}.`);
    return calls;
  }

  return {
    async call(method, params, authorization) {
      if (method === 'oauth.v2.access') return { answer: await consents.exchange(params), problems: [] };
      if (grants.isRevoked(authorization))
        return { answer: { ok: false, error: 'token_revoked' }, problems: [] };
      return callsOf(grants.teamOf(authorization)?.id ?? TEAM.id).call(method, params, authorization);
    },
    of: ({ teamId }) => callsOf(teamId),
  };
}
