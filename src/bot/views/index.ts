import type { App } from '@slack/bolt';
import { closeSent, readSent } from '../../store/sending.ts';
import type { LocalDate } from '../../time.ts';
import type { Call, MemberCall } from '../call.ts';
import { publishHome } from '../home/publish-home.ts';
import { knowMember } from '../know-member.ts';
import { memberOf, readSubmissionBody } from '../payloads.ts';
import { createCall, type Parts } from '../requests.ts';
import type { Reply } from '../slack/blocks.ts';
import { fieldValues } from './field-values.ts';
import { FORM, replyPage } from './form.ts';
import { type FormState, openState } from './form-state.ts';
import { keptOpen, notTaken } from './kept-open.ts';
import type { Outcome, Submission, SubmissionHandler } from './submission.ts';
import { submitDayNote } from './submit-day-note.ts';
import { submitEdit, submitLog } from './submit-entry.ts';
import { submitMove, submitSplit } from './submit-parts.ts';
import { submitSettings } from './submit-settings.ts';
import { submitChosenTask, submitNote, submitTask, submitZone } from './submit-small.ts';
import { submitMerge, submitRename } from './submit-tag.ts';
import { submitNewTask, submitTaskEdit } from './submit-task.ts';
import { submitTeamDigest } from './submit-team-digest.ts';
import { submitLeads } from './submit-team-leads.ts';
import { submitStart, submitStoppedAt, submitSwitch } from './submit-timer.ts';

const OUT_OF_DATE =
  'This form is out of date, so nothing was saved. Please copy what you typed and open it again with /track.';

const NO_ZONE =
  'Slack does not tell me your time zone, so nothing was saved. Type /track, press “Set my time zone”, and send this form again.';

const HANDLERS: ReadonlyMap<string, SubmissionHandler> = new Map([
  [FORM.log, ofMember(submitLog)],
  [FORM.edit, ofMember(submitEdit)],
  [FORM.note, ofMember(submitNote)],
  [FORM.renameTag, ofMember(submitRename)],
  [FORM.mergeTag, ofMember(submitMerge)],
  [FORM.dayNote, ofMember(submitDayNote)],
  [FORM.task, ofMember(submitTask)],
  [FORM.newTask, ofMember(submitNewTask)],
  [FORM.editTask, ofMember(submitTaskEdit)],
  [FORM.chooseTask, ofMember(submitChosenTask)],
  [FORM.settings, ofMember(submitSettings)],
  [FORM.startTimer, ofMember(submitStart)],
  [FORM.split, ofMember(submitSplit)],
  [FORM.move, ofMember(submitMove)],
  [FORM.switchTimer, ofMember(submitSwitch)],
  [FORM.stoppedAt, ofMember(submitStoppedAt)],
  [FORM.teamDigest, ofMember(submitTeamDigest)],
  [FORM.teamLeads, ofMember(submitLeads)],
  [FORM.zone, submitZone],
]);

/** Registers every form; one that nobody knows is answered too. */
export function registerViews(app: App, parts: Parts): void {
  app.view({ callback_id: /.*/, type: 'view_submission' }, async ({ body, client, context, ack }) => {
    const submission = readSubmissionBody(body);
    const member = submission && memberOf(submission);
    if (submission === undefined || member === undefined) {
      parts.effects.log({ level: 'warn', event: 'unreadable form' });
      const { title, reply } = notTaken(OUT_OF_DATE);
      await ack({ response_action: 'update', view: replyPage(title, reply) });
      return;
    }
    const { view } = submission;
    const state = openState(view.private_metadata, member, parts.seal);
    const values = fieldValues(view.state.values);
    // Sealed, the state differs each time that a form is shown, and is the same however often it is sent.
    const formId = `form ${view.id} ${view.callback_id} ${view.private_metadata}`;
    const ids = {
      member,
      // Sent again with other values it is another request: what it says now must not be taken for done.
      requestId: `${formId} ${JSON.stringify(values)}`,
      triggerId: submission.trigger_id,
    };
    const reminder = reminderIn(state?.answer);
    const call = {
      ...createCall(parts, ids, { client, context }),
      ...(reminder === undefined ? {} : { replacesReminderOf: reminder }),
    };
    const handler = HANDLERS.get(view.callback_id);
    const outcome =
      state === undefined || handler === undefined
        ? keptOpen(values, OUT_OF_DATE)
        : await handler(call, { state, values, formId });
    if (outcome.kind === 'errors') return ack({ response_action: 'errors', errors: { ...outcome.errors } });
    if (outcome.kind === 'show') return ack({ response_action: 'update', view: outcome.view });
    const told = await tell(call, state?.answer, outcome.reply);
    if (told && reminder !== undefined) await closeReminder(call, reminder);
    // Where the conversation can't be reached any more, the form itself says what became of it.
    return told ? ack() : ack({ response_action: 'update', view: replyPage(outcome.title, outcome.reply) });
  });
}

/** Most forms need to know whose day it is. */
function ofMember(
  handler: (call: MemberCall, submission: Submission) => Promise<Outcome>,
): SubmissionHandler {
  return async (call: Call, submission) => {
    const known = await knowMember(call);
    if (known === undefined) return keptOpen(submission.values, NO_ZONE);
    return handler(known, submission);
  };
}

/** Tells the answer where the form was opened from; false where that can't be, or did not work. */
async function tell(call: Call, answer: FormState['answer'], reply: Reply): Promise<boolean> {
  if (answer === undefined) return false;
  if (answer.how === 'home') return publishHome(call, { notice: reply });
  return call.slack.respond(answer.url, reply, answer.how);
}

function reminderIn(answer: FormState['answer']): LocalDate | undefined {
  return answer !== undefined && 'reminder' in answer ? answer.reminder : undefined;
}

/** What a form answered stands where the reminder stood, and stays there. */
async function closeReminder({ store, member }: Call, date: LocalDate): Promise<void> {
  const sent = await readSent(store, member, 'reminder', date);
  if (sent !== undefined) await closeSent(store, sent);
}
