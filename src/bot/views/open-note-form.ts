import type { MemberCall } from '../call.ts';
import { likelyTags } from '../recent-tags.ts';
import type { Reply } from '../slack/blocks.ts';
import { dayNoteForm, NOTE_FIELD } from './day-note-form.ts';
import { openForm } from './open-form.ts';
import { answerOf } from './open-forms.ts';

/** Opens the form for a new note on today; the reply is what to say if it did not open. */
export function openNoteForm(call: MemberCall): Promise<Reply | undefined> {
  const fields = { [NOTE_FIELD.date]: call.today };
  return openForm(call, answerOf(call), {}, (state) =>
    dayNoteForm({ fields, likely: likelyTags(call), state, isNew: true }),
  );
}
