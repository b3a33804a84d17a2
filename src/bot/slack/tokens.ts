/** The bot's token in a workspace; `undefined` where the app is not installed, or no longer. It may ask the table. */
export type TokenSource = (workspaceId: string) => Promise<string | undefined>;

/** The tokens of an app that lives in one workspace: the environment's, whatever the workspace. */
export function singleToken(token: string): TokenSource {
  return async () => token;
}
