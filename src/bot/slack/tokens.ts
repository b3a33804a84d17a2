import type { Effects } from '../effects.ts';

/**
 * The bot's token in a workspace; `undefined` where the app is not installed, or no longer. It may ask the table. `ended` is one
 * that Slack does not take any more: it is not given again unless it is all there is, which the log is told then.
 */
export type TokenSource = (workspaceId: string, ended?: string) => Promise<string | undefined>;

const SETTING =
  'Slack does not take SLACK_BOT_TOKEN any more: install the app to its workspace again, set the token that its page shows then, and start again.';

/** The tokens of an app that lives in one workspace: the environment's, whatever the workspace. */
export function singleToken(token: string, log: Effects['log']): TokenSource {
  return async (workspace, ended) => {
    if (token === ended) log({ level: 'error', event: 'token refused', workspace, cure: SETTING });
    return token;
  };
}
