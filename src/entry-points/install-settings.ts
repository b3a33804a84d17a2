import * as z from 'zod/mini';
import type { Installs } from '../bot/installs/installs.ts';
import { VAULT_KEY_BYTES } from '../bot/installs/vault.ts';

const APP_HELP = 'from "Basic Information" of your app at Slack';
const KEY_HELP =
  'must be 32 random bytes in base64, which hide the tokens in the table: `openssl rand -base64 32` makes one; to change it, put the next one before it, with a comma between';
const TOKEN_HELP =
  'the Bot User OAuth Token (xoxb-…) from "OAuth & Permissions"; or SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and STINT_TOKEN_KEY where many workspaces install the app';

const missing = (help: string) => ({ error: `missing: ${help}` });

const one = z.object({
  SLACK_BOT_TOKEN: z
    .string(missing(TOKEN_HELP))
    .check(
      z.trim(),
      z.regex(
        /^xoxb-[\w-]+$/,
        'must be the whole token, which starts with xoxb-: the Bot User OAuth Token, not the app or user token',
      ),
    ),
  INSTALL_REDIRECT_URL: z.exactOptional(
    z.never({ error: 'leave it away where the app lives in one workspace: nobody else installs it' }),
  ),
});

const many = z.object({
  SLACK_BOT_TOKEN: z.exactOptional(
    z.never({ error: 'leave it away where many workspaces install the app: each gets a token of its own' }),
  ),
  SLACK_CLIENT_ID: z
    .string(missing(APP_HELP))
    .check(z.trim(), z.regex(/^\d+\.\d+$/, 'must be the Client ID, such as 123.456')),
  SLACK_CLIENT_SECRET: z.string(missing(APP_HELP)).check(z.trim(), z.minLength(1, `empty: ${APP_HELP}`)),
  STINT_TOKEN_KEY: z
    .string(missing(KEY_HELP))
    .check(z.refine((keys) => keysOf(keys) !== undefined, KEY_HELP)),
  INSTALL_REDIRECT_URL: z.optional(
    z.url({ protocol: /^https?$/, error: 'must be an http(s) address, as the app’s page at Slack has it' }),
  ),
});

const FOR_MANY = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'STINT_TOKEN_KEY'] as const;

/** A token for one workspace, or all that an app needs which many install: never a part of both. Or what is wrong with it. */
export function readInstalls(
  given: Readonly<Record<string, string | undefined>>,
): Installs | { readonly problems: readonly string[] } {
  if (FOR_MANY.every((name) => given[name] === undefined)) {
    const { success, data, error } = one.safeParse(given);
    return success ? { kind: 'one', botToken: data.SLACK_BOT_TOKEN } : problemsOf(error);
  }
  const { success, data, error } = many.safeParse(given);
  if (!success) return problemsOf(error);
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = data;
  const { INSTALL_REDIRECT_URL: redirectUrl } = data;
  const tokenKeys = keysOf(data.STINT_TOKEN_KEY);
  if (tokenKeys === undefined) return { problems: [`STINT_TOKEN_KEY: ${KEY_HELP}`] };
  return {
    kind: 'many',
    clientId,
    clientSecret,
    tokenKeys,
    ...(redirectUrl === undefined ? {} : { redirectUrl }),
  };
}

function problemsOf({ issues }: z.core.$ZodError) {
  return { problems: issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
}

/** The keys that a setting names, the newest first; `undefined` where one is no key. */
function keysOf(text: string): readonly [Buffer, ...Buffer[]] | undefined {
  const [newest, ...older] = text.split(',').map((key) => Buffer.from(key.trim(), 'base64'));
  const isWhole = [newest, ...older].every((key) => key?.length === VAULT_KEY_BYTES);
  return newest !== undefined && isWhole ? [newest, ...older] : undefined;
}
