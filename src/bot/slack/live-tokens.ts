import * as z from 'zod/mini';
import type { Effects } from '../effects.ts';
import type { TokenSource } from './tokens.ts';

/** Slack's words for a token that is good no more (docs.slack.dev/reference/methods/auth.test). */
const ENDED: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'token_expired',
  'token_revoked',
]);

/** As many tokens are remembered with whose they are: those of longest ago go first. */
const MOST_REMEMBERED = 5000;

const refusal = z.object({ ok: z.literal(false), error: z.string() });

const BEARER = 'Bearer ';

/** What Slack's clients are to be made with. */
export type LiveTokens = { readonly tokens: TokenSource; readonly fetch: typeof fetch };

/**
 * Tokens as they are, and a way to Slack that hears from its answer when one of them has ended, as after an installation anew:
 * the request is sent once more with the one that took its place. Slack did nothing the first time, so nothing is done twice;
 * both together have the time of one.
 */
export function liveTokens(tokens: TokenSource, fetch: Effects['fetch']): LiveTokens {
  const workspaces = new Map<string, string>();

  return {
    async tokens(workspaceId, ended) {
      const token = await tokens(workspaceId, ended);
      if (token === undefined) return undefined;
      workspaces.set(token, workspaceId);
      const [oldest] = workspaces.keys();
      if (oldest !== undefined && workspaces.size > MOST_REMEMBERED) workspaces.delete(oldest);
      return token;
    },

    async fetch(input, init) {
      const answer = await fetch(input, init);
      const headers = new Headers(init?.headers);
      const ended = tokenIn(headers);
      const workspaceId = workspaces.get(ended);
      if (workspaceId === undefined || !(await saysEnded(answer))) return answer;
      const token = await tokens(workspaceId, ended).catch(() => undefined);
      if (token === undefined || token === ended) return answer;
      workspaces.set(token, workspaceId);
      headers.set('authorization', `${BEARER}${token}`);
      return fetch(input, { ...init, headers });
    },
  };
}

function tokenIn(headers: Headers): string {
  const value = headers.get('authorization') ?? '';
  return value.startsWith(BEARER) ? value.slice(BEARER.length) : '';
}

/** Reads a copy: whoever asked reads the answer itself. */
async function saysEnded(answer: Response): Promise<boolean> {
  if (answer.headers.get('content-type')?.includes('json') !== true) return false;
  const said: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  const { data } = refusal.safeParse(said);
  return data !== undefined && ENDED.has(data.error);
}
