import type { MemberCall } from '../call.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { entryForm } from './entry-form.ts';
import { type FormState, sealState } from './form-state.ts';

/** Where the answer to a form goes: the conversation it was opened from. */
export type Answer = NonNullable<FormState['answer']>;

/** Said when Slack did not open a form, which it does within three seconds of the click or not at all. */
export const FORM_NOT_OPENED = plainReply(
  'Slack did not open the form this time. Please try again, or type it in one line: `/track 45m #writing`.',
);

/** Opens the form to log an entry; the reply is what to say if it did not open. */
export async function openLogForm(call: MemberCall, answer: Answer): Promise<Reply | undefined> {
  const { slack, seal, member, triggerId, today } = call;
  const state = sealState({ member: member.memberId, round: 0, answer }, seal);
  const opened = await slack.openView(
    triggerId,
    entryForm({ purpose: 'log', fields: { date: today }, state }),
  );
  return opened ? undefined : FORM_NOT_OPENED;
}
