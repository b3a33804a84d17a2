import { PATIENCE_MS } from './patience.ts';
import type { TokenSource } from './slack/tokens.ts';

/** Thrown out of whatever is asked in a workspace whose token the app does not have, or can't open. */
export class NotInstalledError extends Error {
  override readonly name = 'NotInstalledError';
}

/** Thrown out of whatever is asked where the token did not come while somebody waits. */
export class TokenLateError extends Error {
  override readonly name = 'TokenLateError';
}

/** What a request goes on with: the bot's token, or why there is none. */
export type Authorized = { readonly botToken: string } | { readonly withoutToken: unknown };

/**
 * Finds the bot's token. It never rejects: Bolt would then answer with nothing, and whoever typed would take that for done.
 */
export async function authorize(tokens: TokenSource, workspaceId: string): Promise<Authorized> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TokenLateError('The token did not come in time.')), PATIENCE_MS);
  try {
    const botToken = await Promise.race([tokens(workspaceId), late]);
    return botToken === undefined ? { withoutToken: new NotInstalledError() } : { botToken };
  } catch (error) {
    return { withoutToken: error };
  } finally {
    clearTimeout(timer);
  }
}
