import type { MemberCall } from '../call.ts';
import { welcomeWords } from '../messages/welcome.ts';
import { likelyTags } from '../recent-tags.ts';
import type { Reply } from '../slack/blocks.ts';
import { type EntryFields, entryForm } from './entry-form.ts';
import { type Answer, openForm } from './open-form.ts';

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
  const { today, isFirst, prefs } = call;
  return openForm(call, answer, {}, (state) =>
    entryForm({
      purpose: 'log',
      fields: { date: today, ...fields },
      likely: likelyTags(call),
      state,
      ...(isFirst ? { footer: welcomeWords(prefs) } : {}),
    }),
  );
}
