import { LONGEST_TAG, tagOf } from '../../tag.ts';
import type { MemberCall } from '../call.ts';
import { applyTagChange } from '../commands/tag-change.ts';
import { recentPeriod } from '../commands/tags.ts';
import { tagDoneReply } from '../messages/tag-words.ts';
import { plainReply } from '../slack/blocks.ts';
import type { Outcome, Submission } from './submission.ts';
import { TAG_FIELD } from './tag-form.ts';

/** Renames the tag that the form was opened for. */
export const submitRename = (call: MemberCall, submission: Submission) =>
  submitTag(call, submission, 'rename');

/** Merges the tag that the form was opened for. */
export const submitMerge = (call: MemberCall, submission: Submission) => submitTag(call, submission, 'merge');

async function submitTag(
  call: MemberCall,
  { state, values }: Submission,
  kind: 'rename' | 'merge',
): Promise<Outcome> {
  if (state.tag === undefined) {
    const reply = plainReply('Nothing was done: the form lost its tag. `/track tags` shows them all.');
    return { kind: 'answer', title: 'Not done', reply };
  }
  const to = tagOf(values[TAG_FIELD] ?? '');
  if (to === undefined) {
    const how = `One word of at most ${LONGEST_TAG} letters, digits, - and _, with a letter in it.`;
    return { kind: 'errors', errors: { [TAG_FIELD]: how } };
  }
  const outcome = await applyTagChange(call, { kind, from: state.tag, to });
  if (outcome.kind === 'refused') return { kind: 'errors', errors: { [TAG_FIELD]: outcome.refusal.text } };
  const reply = tagDoneReply(outcome.change, outcome.undo, recentPeriod(call));
  return { kind: 'answer', title: 'Done', reply };
}
