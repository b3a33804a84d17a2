import type { MemberCall } from '../call.ts';
import { welcomeWords } from '../messages/welcome.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { type EntryFields, entryForm } from './entry-form.ts';
import { type FormState, sealState } from './form-state.ts';

/** Where the answer to a form goes. */
export type Answer = NonNullable<FormState['answer']>;

/** Said when Slack did not open a form, which it does within three seconds of the click or not at all. */
export const FORM_NOT_OPENED = plainReply(
  'Slack did not open the form this time. Please try again, or type it in one line: `/track 45m #writing`.',
);

/** Where the answer to a form goes that a command opened. */
export function answerOf({ responseUrl }: MemberCall): Answer | undefined {
  return responseUrl === undefined ? undefined : { url: responseUrl, how: 'add' };
}

/**
 * Opens the form to log an entry, with what is known of it; the reply is what to say if it did not open. Without `answer`
 * the form itself shows what became of it.
 */
export async function openLogForm(
  call: MemberCall,
  answer: Answer | undefined,
  fields: Partial<EntryFields> = {},
): Promise<Reply | undefined> {
  const { slack, seal, member, triggerId, today, isFirst, prefs } = call;
  const memory = { member: member.memberId, round: 0, ...(answer === undefined ? {} : { answer }) };
  const form = entryForm({
    purpose: 'log',
    fields: { date: today, ...fields },
    state: sealState(memory, seal),
    ...(isFirst ? { footer: welcomeWords(prefs) } : {}),
  });
  const opened = await slack.openView(triggerId, form);
  return opened ? undefined : FORM_NOT_OPENED;
}
