import { blockActions, payloadRequest } from '../../playground/slack/payloads.ts';
import { lambdaContext, type SlackRequest, signedEvent } from '../../playground/slack/signed-event.ts';
import { SIGNING_SECRET } from '../../playground/slack/slack.ts';
import { type Person, TEAM } from '../../playground/slack/workspace.ts';
import type { BotRun } from './bot-run.ts';

/** Presses something in a message as somebody, with whatever value: what a forged or foreign client could send through Slack. */
export async function forgePress(
  { slack, handler, clock }: BotRun,
  person: Person,
  action: Readonly<Record<string, unknown>>,
  workspaceId: string = TEAM.id,
): Promise<void> {
  const conversationId = 'C000000001';
  const responseUrl = slack.responseUrls.mint({ conversationId, memberId: person.id });
  const message = {
    ts: '1.1',
    conversationId,
    author: 'app',
    text: 'x',
    blocks: [],
    onlyFor: person.id,
  } as const;
  const pressed = { type: 'button', block_id: 'entry', action_id: 'x', action_ts: '1.1', ...action };
  const payload = blockActions(person, { kind: 'message', message, responseUrl }, pressed, 'T.1', {});
  const result = await handler(
    signedEvent(inWorkspace(payloadRequest(payload), workspaceId), SIGNING_SECRET, clock.now),
    lambdaContext(),
  );
  if (typeof result === 'string' || result.statusCode !== 200) throw new Error('the press was not answered');
}

/** The same request out of another workspace, in which ids of members may be the same. */
export function inWorkspace(request: SlackRequest, workspaceId: string): SlackRequest {
  return { ...request, body: request.body.replaceAll(TEAM.id, workspaceId) };
}
