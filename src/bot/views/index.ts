import type { App } from '@slack/bolt';
import type { Call, MemberCall } from '../call.ts';
import { knowMember } from '../know-member.ts';
import { createCall, memberOf, type Parts, readSubmissionBody, requestedAtOf } from '../requests.ts';
import { plainReply } from '../slack/blocks.ts';
import { type FieldValues, fieldValues } from './field-values.ts';
import { donePage, FORM } from './form.ts';
import { openState } from './form-state.ts';
import type { Outcome, Submission, SubmissionHandler } from './submission.ts';
import { submitDayNote } from './submit-day-note.ts';
import { submitEdit, submitLog } from './submit-entry.ts';
import { submitSettings } from './submit-settings.ts';
import { submitChosenTask, submitNote, submitTask, submitZone } from './submit-small.ts';

type AnswerOutcome = Extract<Outcome, { kind: 'answer' }>;

const OUT_OF_DATE =
  'This form is out of date, so nothing was saved. Please copy what you typed and open it again with /track.';

const NO_ZONE =
  'Slack does not tell me your time zone, so nothing was saved. Type /track, press “Set my time zone”, and send this form again.';

const HANDLERS: ReadonlyMap<string, SubmissionHandler> = new Map([
  [FORM.log, ofMember(submitLog)],
  [FORM.edit, ofMember(submitEdit)],
  [FORM.note, ofMember(submitNote)],
  [FORM.dayNote, ofMember(submitDayNote)],
  [FORM.task, ofMember(submitTask)],
  [FORM.chooseTask, ofMember(submitChosenTask)],
  [FORM.settings, ofMember(submitSettings)],
  [FORM.zone, submitZone],
]);

/** Registers every form; one that nobody knows is answered too. */
export function registerViews(app: App, parts: Parts): void {
  app.view({ callback_id: /.*/, type: 'view_submission' }, async ({ body, client, context, ack }) => {
    const submission = readSubmissionBody(body);
    const member = submission && memberOf(submission);
    if (submission === undefined || member === undefined) {
      parts.effects.log({ level: 'warn', event: 'unreadable form' });
      await ack({ response_action: 'update', view: pageOf(notTaken(OUT_OF_DATE)) });
      return;
    }
    const { view } = submission;
    const state = openState(view.private_metadata, submission.user.id, parts.seal);
    const ids = {
      member,
      requestId: `form ${view.id} ${view.callback_id} ${state?.round ?? 0}`,
      triggerId: submission.trigger_id,
    };
    const call = createCall(parts, ids, { client, now: requestedAtOf(context) });
    const handler = HANDLERS.get(view.callback_id);
    const values = fieldValues(view.state.values);
    const outcome =
      state === undefined || handler === undefined
        ? keptOpen(values, OUT_OF_DATE)
        : await handler(call, { state, values });
    if (outcome.kind === 'errors') return ack({ response_action: 'errors', errors: { ...outcome.errors } });
    if (outcome.kind === 'show') return ack({ response_action: 'update', view: outcome.view });
    const answer = state?.answer;
    const told = answer !== undefined && (await call.slack.respond(answer.url, outcome.reply, answer.how));
    // Where the conversation can't be reached any more, the form itself says what became of it.
    return told ? ack() : ack({ response_action: 'update', view: pageOf(outcome) });
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

/** A form that was not taken stays open with all that was typed; one without a field can only say why. */
function keptOpen(values: FieldValues, why: string): Outcome {
  const [field] = Object.keys(values);
  return field === undefined ? notTaken(why) : { kind: 'errors', errors: { [field]: why } };
}

function notTaken(why: string): AnswerOutcome {
  return { kind: 'answer', title: 'Not saved', reply: plainReply(why) };
}

function pageOf({ title, reply }: AnswerOutcome) {
  const readable = reply.blocks.filter(({ type }) => type === 'section' || type === 'context');
  return donePage(title, readable);
}
