import { WebClient } from '@slack/web-api';
import * as z from 'zod/mini';
import type { Instant } from '../../time.ts';
import { boltLogger } from '../bolt-logger.ts';
import type { Effects } from '../effects.ts';
import { WORKER_CLIENT } from '../slack/web.ts';

/** The app as Slack knows it, from "Basic Information". */
export type AppCredentials = { readonly clientId: string; readonly clientSecret: string };

/** Tokens as Slack gave them, in the open. */
export type Tokens = {
  readonly token: string;
  /** Absent where tokens do not rotate. */
  readonly rotation?: { readonly refreshToken: string; readonly expiresAt: Instant };
};

/** The app in a workspace, as Slack answers to an installation. */
export type Granted = Tokens & {
  readonly workspaceId: string;
  readonly workspaceName: string;
  readonly scopes: readonly string[];
  readonly appId: string;
  readonly botUserId: string;
  readonly installedBy: string;
};

/** Why there are no tokens: Slack said no, said something that can't be used, or did not answer. */
export type Denied = { readonly kind: 'refused' | 'unusable' | 'no answer'; readonly problem: string };

/** How the app gets its tokens from Slack. Neither throws. */
export type OAuth = {
  /** Exchanges the code of an installation, once. */
  readonly exchange: (code: string, redirectUrl?: string) => Promise<Granted | Denied>;
  /** Gets the next tokens; Slack takes each refresh token once. */
  readonly refresh: (refreshToken: string) => Promise<Tokens | Denied>;
};

const text = z.string().check(z.minLength(1));
const id = z.string().check(z.regex(/^[A-Z0-9]{1,30}$/));

const tokens = {
  access_token: text,
  token_type: z.literal('bot'),
  refresh_token: z.exactOptional(text),
  /** Seconds. */
  expires_in: z.exactOptional(z.int().check(z.positive())),
};

const refreshed = z.object(tokens);

const granted = z.object({
  ...tokens,
  scope: text,
  app_id: id,
  bot_user_id: id,
  authed_user: z.object({ id }),
  /** Absent where a whole organisation installs the app, which Stint does not know how to live in. */
  team: z.object({ id, name: z.string() }),
});

const failure = z.object({ data: z.object({ error: text }) });

export function createOAuth(
  { clientId, clientSecret }: AppCredentials,
  slackApiUrl: string,
  { fetch, now, log }: Pick<Effects, 'fetch' | 'now' | 'log'>,
): OAuth {
  const client = new WebClient(undefined, {
    ...WORKER_CLIENT,
    slackApiUrl,
    fetch,
    logger: boltLogger(log),
  });
  const app = { client_id: clientId, client_secret: clientSecret };

  async function access(more: Readonly<Record<string, string>>): Promise<unknown> {
    return client.oauth.v2.access({ ...app, ...more });
  }

  function tokensOf({ access_token: token, refresh_token, expires_in }: z.output<typeof refreshed>): Tokens {
    if (refresh_token === undefined || expires_in === undefined) return { token };
    return { token, rotation: { refreshToken: refresh_token, expiresAt: now() + expires_in * 1000 } };
  }

  return {
    async exchange(code, redirectUrl) {
      try {
        const redirect = redirectUrl === undefined ? {} : { redirect_uri: redirectUrl };
        const { data } = granted.safeParse(await access({ code, ...redirect }));
        if (data === undefined) return { kind: 'unusable', problem: 'no bot token for a workspace' };
        return {
          ...tokensOf(data),
          workspaceId: data.team.id,
          workspaceName: data.team.name,
          scopes: data.scope.split(','),
          appId: data.app_id,
          botUserId: data.bot_user_id,
          installedBy: data.authed_user.id,
        };
      } catch (error) {
        return denialOf(error);
      }
    },

    async refresh(refreshToken) {
      try {
        const answer = await access({ grant_type: 'refresh_token', refresh_token: refreshToken });
        const { data } = refreshed.safeParse(answer);
        return data === undefined ? { kind: 'unusable', problem: 'no token' } : tokensOf(data);
      } catch (error) {
        return denialOf(error);
      }
    },
  };
}

function denialOf(error: unknown): Denied {
  const problem = failure.safeParse(error).data?.data.error;
  return problem === undefined ? { kind: 'no answer', problem: 'no answer' } : { kind: 'refused', problem };
}
