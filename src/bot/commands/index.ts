import type { App } from '@slack/bolt';
import { createCall, originIn, type Parts, readCommandBody } from '../requests.ts';
import { plainReply } from '../slack/blocks.ts';
import { track } from './track.ts';

/** Registers the slash command. */
export function registerCommands(app: App, parts: Parts): void {
  app.command('/track', async ({ body, client, context, ack }) => {
    const command = readCommandBody(body);
    if (command === undefined) {
      parts.effects.mark?.({ outcome: 'unreadable' });
      await ack({ response_type: 'ephemeral', ...plainReply('Slack sent a request that I can’t read.') });
      return;
    }
    const ids = {
      member: { workspaceId: command.team_id, memberId: command.user_id },
      requestId: `command ${command.trigger_id}`,
      triggerId: command.trigger_id,
      responseUrl: command.response_url,
      ...originIn(context),
    };
    const call = createCall(parts, ids, { client, context });
    const reply = await track(call, command.text);
    if (reply === undefined) await ack();
    else {
      const seenBy = reply.shared === true ? 'in_channel' : 'ephemeral';
      await ack({ response_type: seenBy, text: reply.text, blocks: [...reply.blocks] });
    }
  });
}
