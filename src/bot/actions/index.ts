import type { App } from '@slack/bolt';
import type { Call } from '../call.ts';
import { knowMember } from '../know-member.ts';
import { zoneNeeded } from '../messages/zone-needed.ts';
import { createCall, memberOf, type Parts, readPressBody, requestedAtOf } from '../requests.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { chooseTask, createTask } from './complete-task.ts';
import { deletePressed } from './delete-entry.ts';
import {
  deleteNotePressed,
  editNotePressed,
  olderNotesPressed,
  showEntryNotePressed,
  showNotePressed,
} from './note-presses.ts';
import { olderPressed } from './older-entries.ts';
import { editListedPressed, editPressed, notePressed } from './open-entry-form.ts';
import { settingsPressed } from './open-settings.ts';
import type { Press, PressHandler } from './press.ts';
import { setZonePressed } from './set-zone.ts';
import { reportPressed, shareReportPressed } from './show-report.ts';
import { switchReading } from './switch-reading.ts';
import { takeReading } from './take-reading.ts';
import { undoPressed } from './undo-entry.ts';

const UNKNOWN_BUTTON = plainReply(
  'That button is from an older version and does nothing any more. `/track list` and `/track help` show what there is.',
);

const HANDLERS: ReadonlyMap<string, CallHandler> = new Map([
  [ACTION.undo, ofMember(undoPressed)],
  [ACTION.edit, ofMember(editPressed)],
  [ACTION.editListed, ofMember(editListedPressed)],
  [ACTION.note, ofMember(notePressed)],
  [ACTION.delete, ofMember(deletePressed)],
  [ACTION.switchReading, ofMember(switchReading)],
  [ACTION.takeReading, ofMember(takeReading)],
  [ACTION.createTask, ofMember(createTask)],
  [ACTION.chooseTask, ofMember(chooseTask)],
  [ACTION.older, ofMember(olderPressed)],
  [ACTION.report, ofMember(reportPressed)],
  [ACTION.shareReport, ofMember(shareReportPressed)],
  [ACTION.settings, ofMember(settingsPressed)],
  [ACTION.showNote, ofMember(showNotePressed)],
  [ACTION.showEntryNote, ofMember(showEntryNotePressed)],
  [ACTION.editNote, ofMember(editNotePressed)],
  [ACTION.deleteNote, ofMember(deleteNotePressed)],
  [ACTION.olderNotes, ofMember(olderNotesPressed)],
  [ACTION.setZone, setZonePressed],
]);

/** Registers every button; one that nobody knows is answered too, so that Slack never shows its own failure. */
export function registerActions(app: App, parts: Parts): void {
  app.action(/.*/, async ({ body, client, context, ack }) => {
    const press = readPressBody(body);
    const member = press && memberOf(press);
    if (press === undefined || member === undefined) {
      parts.effects.log({ level: 'warn', event: 'unreadable press' });
      await ack();
      return;
    }
    const [{ action_id, block_id, value = '' }] = press.actions;
    const { response_url: responseUrl, container } = press;
    const messageId = container.message_ts ?? container.view_id ?? '';
    const ids = {
      member,
      requestId: `press ${messageId} ${action_id} ${block_id} ${value}`,
      triggerId: press.trigger_id,
    };
    const call = createCall(parts, ids, { client, now: requestedAtOf(context) });
    const handler = HANDLERS.get(kindOf(action_id)) ?? (async () => UNKNOWN_BUTTON);
    const answer = responseUrl === undefined ? {} : { responseUrl };
    const reply = await handler(call, { value, messageId, ...answer });
    if (reply !== undefined && responseUrl !== undefined) {
      await call.slack.respond(responseUrl, reply, 'replace');
    }
    await ack();
  });
}

type CallHandler = (call: Call, press: Press) => Promise<Reply | undefined>;

/** Several buttons of one kind in one message end in `-0`, `-1` …, since Slack wants their ids to differ. */
function kindOf(actionId: string): string {
  return actionId.replace(/-\d$/, '');
}

/** Most buttons need to know whose day it is. */
function ofMember(handler: PressHandler): CallHandler {
  return async (call, press) => {
    const known = await knowMember(call);
    return known === undefined ? zoneNeeded('') : handler(known, press);
  };
}
