import * as z from 'zod/mini';
import { removeInstallation } from '../../store/installs.ts';
import type { Parts } from '../requests.ts';

const removed = z.object({
  team_id: z.string().check(z.regex(/^[A-Z0-9]{1,30}$/)),
  /** When it happened, in seconds: late and in any order with an installation anew. */
  event_time: z.int().check(z.positive()),
  event: z.discriminatedUnion('type', [
    z.object({ type: z.literal('app_uninstalled') }),
    z.object({
      type: z.literal('tokens_revoked'),
      /** Users of the bot whose tokens are no good any more; a member's own token is none of ours. */
      tokens: z.object({ bot: z._default(z.array(z.string()), []) }),
    }),
  ]),
});

/** True for what Slack says when a workspace removes the app, or takes its token back; then its secrets go at once. */
export async function removeApp({ store, effects }: Parts, body: unknown): Promise<boolean> {
  const { data } = removed.safeParse(body);
  if (data === undefined) return false;
  const { team_id: workspace, event, event_time: seconds } = data;
  if (event.type === 'tokens_revoked' && event.tokens.bot.length === 0) return true;
  // An installation in the same second came after it: nobody removes an app within a second.
  const outcome = await removeInstallation(store, workspace, seconds * 1000);
  effects.log({ level: 'info', event: 'app removed', workspace, reason: event.type, outcome });
  return true;
}
