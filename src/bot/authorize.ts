import type { TokenSource } from './slack/tokens.ts';

/** Thrown out of whatever is asked in a workspace whose token the app does not have, or can't open. */
export class NotInstalledError extends Error {
  override readonly name = 'NotInstalledError';
}

/** What a request goes on with: the bot's token, or why there is none. */
export type Authorized = { readonly botToken: string } | { readonly withoutToken: unknown };

/**
 * Finds the bot's token. It never rejects: Bolt would then answer with nothing, and whoever typed would take that for done.
 */
export async function authorize(tokens: TokenSource, workspaceId: string): Promise<Authorized> {
  try {
    const botToken = await tokens(workspaceId);
    return botToken === undefined ? { withoutToken: new NotInstalledError() } : { botToken };
  } catch (error) {
    return { withoutToken: error };
  }
}
