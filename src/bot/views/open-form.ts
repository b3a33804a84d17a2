import type { Call } from '../call.ts';
import { plainReply, type Reply, type View } from '../slack/blocks.ts';
import { type FormState, ownerName, sealState } from './form-state.ts';

/** Where the answer to a form goes. */
export type Answer = NonNullable<FormState['answer']>;

/** Said when Slack did not open a form, which it does within three seconds of the click or not at all. */
const NOT_OPENED = plainReply(
  'Slack did not open the form this time. Please try again, or type it in one line: `/track 45m #writing`.',
);

/** What a form is to remember besides whose it is and where its answer goes. */
type Memory = Omit<FormState, 'member' | 'round' | 'answer'>;

/**
 * Opens a form that remembers what it is about; the reply is what to say if it did not open. Without `answer` the form itself
 * shows what became of it.
 */
export async function openForm(
  { slack, seal, member, triggerId }: Pick<Call, 'slack' | 'seal' | 'member' | 'triggerId'>,
  answer: Answer | undefined,
  memory: Memory,
  build: (state: string) => View | Promise<View>,
  notOpened: Reply = NOT_OPENED,
): Promise<Reply | undefined> {
  const about = { ...memory, member: ownerName(member), round: 0 };
  const state = sealState({ ...about, ...(answer === undefined ? {} : { answer }) }, seal);
  const opened = await slack.openView(triggerId, await build(state));
  return opened ? undefined : notOpened;
}
