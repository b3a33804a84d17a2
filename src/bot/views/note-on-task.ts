import type { TaskNumber } from '../../task.ts';
import type { MemberCall } from '../call.ts';
import { noteWords } from '../messages/words.ts';
import { type NotedOnce, noteOnce } from './note-once.ts';
import type { Submission } from './submission.ts';
import { TASK_FIELD } from './task-form.ts';

/** Keeps the note that was written in a task's form; what to say of it, as lines of mrkdwn. It is a change of its own. */
export async function noteOnTask(
  call: MemberCall,
  task: TaskNumber,
  { values, formId }: Pick<Submission, 'values' | 'formId'>,
): Promise<string[]> {
  const text = values[TASK_FIELD.note];
  if (text === undefined) return [];
  const noted = await noteOnce(call, formId, { date: call.today, text, tags: [], task });
  const kept = textOf(noted);
  return kept === undefined
    ? []
    : [`:memo: Noted: “${noteWords(kept, 200)}”. \`/track undo\` takes it back first.`];
}

/** What the note says now; `undefined` where it is not there. */
function textOf(noted: NotedOnce): string | undefined {
  switch (noted.kind) {
    case 'gone':
      return undefined;
    case 'noted':
      return noted.result.undone === true ? undefined : noted.result.note.text;
    case 'edited': {
      const { result } = noted;
      return (result.kind === 'changed' ? result.current : result.subject)?.text;
    }
    default:
      return noted satisfies never;
  }
}
