import { writeNote } from '../../store/notes.ts';
import type { TaskNumber } from '../../task.ts';
import type { MemberCall } from '../call.ts';
import { noteWords } from '../messages/words.ts';
import type { FieldValues } from './field-values.ts';
import { requestOf } from './submit-entry.ts';
import { TASK_FIELD } from './task-form.ts';

/** Keeps the note that was written in a task's form; what to say of it, as lines of mrkdwn. It is a change of its own. */
export async function noteOnTask(call: MemberCall, task: TaskNumber, values: FieldValues): Promise<string[]> {
  const text = values[TASK_FIELD.note];
  if (text === undefined) return [];
  const { store, member, today } = call;
  const content = { date: today, text, tags: [], task };
  const { note, undone } = await writeNote(store, member, `${requestOf(call, values)} note`, content);
  if (undone === true) return [];
  return [`:memo: Noted: “${noteWords(note.text, 200)}”. \`/track undo\` takes it back first.`];
}
