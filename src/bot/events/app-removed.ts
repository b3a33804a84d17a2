import * as z from 'zod/mini';
import type { Installation } from '../../installation.ts';
import { readInstallation, removeInstallation } from '../../store/installs.ts';
import type { Instant } from '../../time.ts';
import type { Parts } from '../requests.ts';
import type { Slack } from '../slack/web.ts';

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

/** So far Slack's clock, which counts whole seconds, may be from ours, which says when the app was installed. */
const APART_MS = 5 * 60_000;

/** True for what Slack says when a workspace removes the app, or takes its token back; then its secrets go at once. */
export async function removeApp(
  parts: Pick<Parts, 'store' | 'effects' | 'tokens'>,
  body: unknown,
  slack: Pick<Slack, 'isIn'>,
): Promise<boolean> {
  const { data } = removed.safeParse(body);
  if (data === undefined) return false;
  const { team_id: workspace, event, event_time: seconds } = data;
  if (event.type === 'tokens_revoked' && event.tokens.bot.length === 0) return true;
  const seen = await readInstallation(parts.store, workspace);
  // A token of the environment's is whoever's to take out who put it there.
  const isKept = seen?.sealedToken !== undefined;
  const token = isKept ? await parts.tokens(workspace).catch(() => undefined) : undefined;
  const at = await removedAt(seen, seconds * 1000, token, slack);
  const outcome = await removeInstallation(parts.store, workspace, at);
  const line = { level: 'info', workspace, reason: event.type } as const;
  if (outcome === 'newer') parts.effects.log({ ...line, event: 'removal before the latest installation' });
  else {
    parts.effects.log({ ...line, event: 'app removed' });
    // This process forgets the token that it keeps.
    if (token !== undefined) await parts.tokens(workspace, token).catch(() => undefined);
  }
  return true;
}

/**
 * When it was removed by our own clock. An installation that seems to have come just after it may have come just before: then
 * Slack is asked whether its token is good.
 */
async function removedAt(
  seen: Installation | undefined,
  said: Instant,
  token: string | undefined,
  slack: Pick<Slack, 'isIn'>,
): Promise<Instant> {
  if (seen === undefined || token === undefined) return said;
  const { workspaceId, installedAt } = seen;
  if (installedAt <= said || installedAt - said > APART_MS) return said;
  return (await slack.isIn(workspaceId, token)) === false ? installedAt : said;
}
