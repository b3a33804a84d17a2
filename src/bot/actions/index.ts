import type { App } from '@slack/bolt';
import type { Call, MemberCall } from '../call.ts';
import { publishHome } from '../home/publish-home.ts';
import { knowMember } from '../know-member.ts';
import { FIXES } from '../messages/logged-together.ts';
import { QUESTION_ABOVE } from '../messages/still-working.ts';
import { zoneNeeded } from '../messages/zone-needed.ts';
import { memberOf, readPressBody } from '../payloads.ts';
import { createCall, originIn, type Parts } from '../requests.ts';
import { plainReply, type Reply, type View } from '../slack/blocks.ts';
import { replyPage } from '../views/form.ts';
import { ACTION } from '../wire/action-ids.ts';
import { cancelPressed, keepPressed, resumeLastPressed } from './answer-timer.ts';
import { chooseTask, createTask } from './complete-task.ts';
import { cropPressed } from './crop-entry.ts';
import { deleteHerePressed, deletePressed } from './delete-entry.ts';
import { downloadPressed, exportPressed } from './export-presses.ts';
import { finishBelowPressed } from './finish-below.ts';
import { forgetPressed } from './forget-presses.ts';
import { logTimePressed } from './log-time.ts';
import { putLostAwayPressed, showLostPressed } from './lost-presses.ts';
import { morePressed } from './more-entry.ts';
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
import { stoppedAtPressed, switchPressed } from './open-timer-form.ts';
import type { Press, PressHandler, Surface } from './press.ts';
import { retimePressed } from './retime-timer.ts';
import { logDayPressed, logNowPressed, notTodayPressed, stopRemindersPressed } from './schedule-presses.ts';
import { setZonePressed } from './set-zone.ts';
import { reportPressed, shareReportPressed } from './show-report.ts';
import { resumePressed, startPressed } from './start-timer.ts';
import { stopNowPressed, stopPressed } from './stop-timer.ts';
import { switchReading } from './switch-reading.ts';
import { mergeTagsPressed, moreTagsPressed, tagErrandChosen } from './tag-presses.ts';
import { takeReading } from './take-reading.ts';
import {
  taskDeletePressed,
  taskDonePressed,
  taskEditPressed,
  taskLogPressed,
  taskMovePressed,
  taskPressed,
  taskReopenPressed,
  tasksPressed,
} from './task-presses.ts';
import {
  leadsPressed,
  nameMePressed,
  shareTeamReportPressed,
  teamDigestNowPressed,
  teamDigestPressed,
  teamReportPressed,
} from './team-presses.ts';
import { undoPressed } from './undo-entry.ts';
import { useNearTag } from './use-near-tag.ts';

const UNKNOWN_BUTTON = plainReply(
  'That button is from an older version and does nothing any more. `/track list` and `/track help` show what there is.',
);

const HANDLERS: ReadonlyMap<string, CallHandler> = new Map([
  [ACTION.undo, ofUndo(undoPressed)],
  [ACTION.edit, ofMember(editPressed)],
  [ACTION.editListed, ofMember(editListedPressed)],
  [ACTION.note, ofMember(notePressed)],
  [ACTION.delete, ofMember(deletePressed)],
  [ACTION.deleteHere, ofMember(deleteHerePressed)],
  [ACTION.logTime, ofMember(logTimePressed)],
  [ACTION.switchReading, ofMember(switchReading)],
  [ACTION.takeReading, ofMember(takeReading)],
  [ACTION.createTask, ofMember(createTask)],
  [ACTION.chooseTask, ofMember(chooseTask)],
  [ACTION.older, ofMember(olderPressed)],
  [ACTION.report, ofMember(reportPressed)],
  [ACTION.shareReport, ofMember(shareReportPressed)],
  [ACTION.download, ofMember(downloadPressed)],
  [ACTION.exportAs, ofMember(exportPressed)],
  [ACTION.teamReport, ofMember(teamReportPressed)],
  [ACTION.shareTeamReport, ofMember(shareTeamReportPressed)],
  [ACTION.teamLeads, ofMember(leadsPressed)],
  [ACTION.teamDigest, ofMember(teamDigestPressed)],
  [ACTION.teamDigestNow, ofMember(teamDigestNowPressed)],
  [ACTION.nameMe, ofMember(nameMePressed)],
  [ACTION.logDay, ofMember(logDayPressed)],
  [ACTION.logNow, ofMember(logNowPressed)],
  [ACTION.notToday, ofMember(notTodayPressed)],
  [ACTION.stopReminders, ofMember(stopRemindersPressed)],
  [ACTION.showLost, ofMember(showLostPressed)],
  [ACTION.putLostAway, ofMember(putLostAwayPressed)],
  [ACTION.settings, ofMember(settingsPressed)],
  [ACTION.forgetMe, ofMember(forgetPressed)],
  [ACTION.showNote, ofMember(showNotePressed)],
  [ACTION.showEntryNote, ofMember(showEntryNotePressed)],
  [ACTION.editNote, ofMember(editNotePressed)],
  [ACTION.deleteNote, ofMember(deleteNotePressed)],
  [ACTION.olderNotes, ofMember(olderNotesPressed)],
  [ACTION.startTimer, ofMember(startPressed)],
  [ACTION.resume, ofMember(resumePressed)],
  [ACTION.newer, ofMember(olderPressed)],
  [ACTION.more, ofMember(morePressed)],
  [ACTION.crop, ofMember(cropPressed)],
  [ACTION.stopTimer, ofMember(stopPressed)],
  [ACTION.stopNow, ofMember(stopNowPressed)],
  [ACTION.stoppedAt, ofMember(stoppedAtPressed)],
  [ACTION.keepTimer, ofMember(keepPressed)],
  [ACTION.switchTimer, ofMember(switchPressed)],
  [ACTION.cancelTimer, ofMember(cancelPressed)],
  [ACTION.retimeTimer, ofMember(retimePressed)],
  [ACTION.resumeLast, ofMember(resumeLastPressed)],
  [ACTION.task, ofMember(taskPressed)],
  [ACTION.tasks, ofMember(tasksPressed)],
  [ACTION.taskDone, ofMember(taskDonePressed)],
  [ACTION.finishBelow, ofMember(finishBelowPressed)],
  [ACTION.taskReopen, ofMember(taskReopenPressed)],
  [ACTION.taskEdit, ofMember(taskEditPressed)],
  [ACTION.taskMove, ofMember(taskMovePressed)],
  [ACTION.taskDelete, ofMember(taskDeletePressed)],
  [ACTION.taskLog, ofMember(taskLogPressed)],
  [ACTION.moreTags, ofMember(moreTagsPressed)],
  [ACTION.mergeTags, ofMember(mergeTagsPressed)],
  [ACTION.tagErrand, ofMember(tagErrandChosen)],
  [ACTION.useNearTag, ofMember(useNearTag)],
  [ACTION.setZone, setZonePressed],
]);

/** Registers every button; one that nobody knows is answered too, so that Slack never shows its own failure. */
export function registerActions(app: App, parts: Parts): void {
  app.action(/.*/, async ({ body, client, context, ack }) => {
    const press = readPressBody(body);
    const member = press && memberOf(press);
    const surface = press && surfaceOf(press);
    if (press === undefined || member === undefined || surface === undefined) {
      parts.effects.log({ level: 'warn', event: 'unreadable press' });
      await ack();
      return;
    }
    const [{ action_id, block_id, selected_option, value = selected_option?.value ?? '' }] = press.actions;
    const { container, view } = press;
    // App Home stays one view: what it showed tells the same press repeated from a later one.
    const messageId = view === undefined ? (container.message_ts ?? '') : `${view.id} ${view.hash}`;
    const ids = {
      member,
      requestId: `press ${messageId} ${action_id} ${block_id} ${value}`,
      triggerId: press.trigger_id,
      ...originIn(context),
    };
    const call = createCall(parts, ids, { client, context });
    const handler = HANDLERS.get(kindOf(action_id)) ?? (async () => UNKNOWN_BUTTON);
    const reply = await handler(onSurface(call, surface), { value, messageId, surface });
    if (reply !== undefined) await show(call, surface, reply, block_id);
    await ack();
  });
}

type PressBody = NonNullable<ReturnType<typeof readPressBody>>;

function surfaceOf({ response_url: responseUrl, view }: PressBody): Surface | undefined {
  if (view?.type === 'home') return { kind: 'home' };
  if (view !== undefined) return { kind: 'modal', viewId: view.id, title: view.title?.text ?? 'Stint' };
  return responseUrl === undefined ? undefined : { kind: 'message', responseUrl };
}

/** A form that is opened from a form takes its place: Slack stacks no more than three. */
function onSurface(call: Call, surface: Surface): Call {
  if (surface.kind !== 'modal') return call;
  const openView = (_: string, view: View) => call.slack.updateView(surface.viewId, view);
  return { ...call, slack: { ...call.slack, openView } };
}

/** Buttons beside others of the same message, which keep theirs: the answer does not take the message's place. */
const ANSWERED_BELOW: ReadonlySet<string> = new Set([QUESTION_ABOVE, FIXES]);

/** Answers a press where it was made. */
async function show(call: Call, surface: Surface, reply: Reply, blockId: string): Promise<void> {
  switch (surface.kind) {
    case 'message':
      await call.slack.respond(surface.responseUrl, reply, ANSWERED_BELOW.has(blockId) ? 'add' : 'replace');
      return;
    case 'home':
      await publishHome(call, { notice: reply });
      return;
    case 'modal':
      await call.slack.updateView(surface.viewId, replyPage(surface.title, reply));
  }
}

type CallHandler = (call: Call, press: Press) => Promise<Reply | undefined>;

/** Several buttons of one kind in one message end in `-0`, `-1` …, since Slack wants their ids to differ. */
function kindOf(actionId: string): string {
  return actionId.replace(/-\d$/, '');
}

/** Most buttons need to know whose day it is. */
function ofMember(handler: PressHandler): CallHandler {
  return ofUndo((call, press) => handler(sinceUndo(call), press));
}

/**
 * An undo puts things back as they were, buttons and all: a press after it is a new wish and no repetition of the one
 * before it. Clicks of one moment meet the same turn, so that a double click stays one request.
 */
function sinceUndo(call: MemberCall): MemberCall {
  return { ...call, requestId: `${call.requestId} ${call.home.turn.version}` };
}

/** An undo moves the turn itself, so its own repetition must not look at it. */
function ofUndo(handler: PressHandler): CallHandler {
  return async (call, press) => {
    const known = await knowMember(call);
    return known === undefined ? zoneNeeded('') : handler(known, press);
  };
}
