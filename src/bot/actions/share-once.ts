import { claimPress } from '../../store/claim.ts';
import type { MemberCall } from '../call.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';

/**
 * Posts what is shown where everybody in the channel sees it, once however often the button is pressed. `again` is the line
 * that shares it anew.
 */
export async function shareOnce(
  call: MemberCall,
  responseUrl: string,
  shown: Reply,
  again: string,
): Promise<Reply | undefined> {
  const claim = await claimPress(call.store, call.member, call.requestId);
  // What the first of two clicks is answered with stands.
  if (claim === 'same click') return undefined;
  if (claim === 'claimed anew')
    return plainReply(
      `That report was shared already. If it is not in the channel, Slack lost it: \`/track ${again}\` posts it anew.`,
    );
  if (await call.slack.respond(responseUrl, shown, 'share'))
    return plainReply(':white_check_mark: Shared in this channel.');
  return plainReply(
    `:warning: Slack did not take the report this time, so nobody else saw it. \`/track ${again}\` tries again.`,
  );
}
