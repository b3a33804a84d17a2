import type { App } from '@slack/bolt';
import type { Call, MemberCall } from '../call.ts';
import { knowMember } from '../know-member.ts';
import { zoneNeeded } from '../messages/zone-needed.ts';
import { createCall, memberOf, type Parts, readSubmissionBody, requestedAtOf } from '../requests.ts';
import { plainReply } from '../slack/blocks.ts';
import { fieldValues } from './field-values.ts';
import { donePage, FORM } from './form.ts';
import { openState } from './form-state.ts';
import type { Outcome, Submission, SubmissionHandler } from './submission.ts';
import { submitEdit, submitLog } from './submit-entry.ts';
import { submitChosenTask, submitNote, submitTask, submitZone } from './submit-small.ts';

type AnswerOutcome = Extract<Outcome, { kind: 'answer' }>;

const UNKNOWN_FORM: AnswerOutcome = {
  kind: 'answer',
  title: 'Not saved',
  reply: plainReply('This form is out of date, so nothing was saved. Please open it again with `/track`.'),
};

const HANDLERS: ReadonlyMap<string, SubmissionHandler> = new Map([
  [FORM.log, ofMember(submitLog)],
  [FORM.edit, ofMember(submitEdit)],
  [FORM.note, ofMember(submitNote)],
  [FORM.task, ofMember(submitTask)],
  [FORM.chooseTask, ofMember(submitChosenTask)],
  [FORM.zone, submitZone],
]);

/** Registers every form; one that nobody knows is answered too. */
export function registerViews(app: App, parts: Parts): void {
  app.view({ callback_id: /.*/, type: 'view_submission' }, async ({ body, client, context, ack }) => {
    const submission = readSubmissionBody(body);
    const member = submission && memberOf(submission);
    if (submission === undefined || member === undefined) {
      parts.effects.log({ level: 'warn', event: 'unreadable form' });
      await ack({ response_action: 'update', view: pageOf(UNKNOWN_FORM) });
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
      state === undefined || handler === undefined ? UNKNOWN_FORM : await handler(call, { state, values });
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
    if (known === undefined) return { kind: 'answer', title: 'Not saved', reply: zoneNeeded('') };
    return handler(known, submission);
  };
}

function pageOf({ title, reply }: AnswerOutcome) {
  const readable = reply.blocks.filter(({ type }) => type === 'section' || type === 'context');
  return donePage(title, readable);
}
