import { readLastEntry } from '../../store/last-entry.ts';
import { openEntryForm } from '../actions/open-entry-form.ts';
import type { MemberCall } from '../call.ts';
import { likelyTags } from '../recent-tags.ts';
import type { Reply } from '../slack/blocks.ts';
import { entryForm, fieldsOf } from '../views/entry-form.ts';
import { answerOf } from '../views/open-forms.ts';
import { NO_LAST_ENTRY } from './delete.ts';

/** Opens the form for the entry that was logged or changed last; the reply is what to say where it did not open. */
export async function editLast(call: MemberCall): Promise<Reply | undefined> {
  const entry = await readLastEntry(call.store, call.member);
  if (entry === undefined) return NO_LAST_ENTRY;
  return openEntryForm(call, entry, answerOf(call), (state) =>
    entryForm({ purpose: 'edit', fields: fieldsOf(entry), likely: likelyTags(call), state }),
  );
}
