import type { App } from '@slack/bolt';
import type { Call } from '../call.ts';
import { knowMember } from '../know-member.ts';
import { zoneNeeded } from '../messages/zone-needed.ts';
import { createCall, type Parts, readPressBody, requestedAtOf } from '../requests.ts';
import type { Reply } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { chooseTask, createTask } from './complete-task.ts';
import { deletePressed } from './delete-entry.ts';
import { olderPressed } from './older-entries.ts';
import { editPressed, notePressed } from './open-entry-form.ts';
import type { Press, PressHandler } from './press.ts';
import { setZonePressed } from './set-zone.ts';
import { switchReading } from './switch-reading.ts';
import { takeReading } from './take-reading.ts';
import { undoPressed } from './undo-entry.ts';

/** Registers every button. Ids that end in `-0`, `-1` … are several buttons of one kind in one message. */
export function registerActions(app: App, parts: Parts): void {
  const on = (action: string, handler: CallHandler) =>
    app.action(new RegExp(`^${action}(-\\d)?$`), async ({ body, client, context, ack }) => {
      const press = readPressBody(body);
      if (press === undefined) {
        parts.effects.log({ level: 'warn', event: 'unreadable press', action });
        await ack();
        return;
      }
      const [{ action_id, block_id, value = '' }] = press.actions;
      const { response_url: responseUrl, container } = press;
      const messageId = container.message_ts ?? container.view_id ?? '';
      const ids = {
        workspaceId: press.team.id,
        memberId: press.user.id,
        requestId: `press ${messageId} ${action_id} ${block_id} ${value}`,
        triggerId: press.trigger_id,
      };
      const call = createCall(parts, ids, { client, now: requestedAtOf(context) });
      const answer = responseUrl === undefined ? {} : { responseUrl };
      const reply = await handler(call, { value, messageId, ...answer });
      if (reply !== undefined && responseUrl !== undefined)
        await call.slack.respond(responseUrl, reply, 'replace');
      await ack();
    });

  on(ACTION.undo, ofMember(undoPressed));
  on(ACTION.edit, ofMember(editPressed));
  on(ACTION.note, ofMember(notePressed));
  on(ACTION.delete, ofMember(deletePressed));
  on(ACTION.switchReading, ofMember(switchReading));
  on(ACTION.takeReading, ofMember(takeReading));
  on(ACTION.createTask, ofMember(createTask));
  on(ACTION.chooseTask, ofMember(chooseTask));
  on(ACTION.older, ofMember(olderPressed));
  on(ACTION.setZone, setZonePressed);
}

type CallHandler = (call: Call, press: Press) => Promise<Reply | undefined>;

/** Most buttons need to know whose day it is. */
function ofMember(handler: PressHandler): CallHandler {
  return async (call, press) => {
    const known = await knowMember(call);
    return known === undefined ? zoneNeeded('') : handler(known, press);
  };
}
