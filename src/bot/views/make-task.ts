import { type NewTask, newTask } from '../../store/tasks.ts';
import type { UndoTarget } from '../../store/undo-target.ts';
import { type Task, taskName } from '../../task.ts';
import type { MemberCall } from '../call.ts';
import { writeTask } from '../commands/task-change.ts';
import { noWayWords } from '../messages/no-way.ts';
import type { FieldErrors } from './field-read.ts';
import { TASK_FIELD } from './task-form.ts';

/** The task that a form made, or what to say at which field. */
export type Made =
  | { readonly kind: 'made'; readonly task: Task; readonly undo: UndoTarget }
  | { readonly kind: 'errors'; readonly errors: FieldErrors };

/** Makes what a form says. Sent again with other values, it is still one task: the one that it says last. */
export async function makeTask(call: MemberCall, request: string, wanted: NewTask): Promise<Made> {
  const { store, member, directory } = call;
  const { number, ...anyNumber } = wanted;
  const first = await newTask(store, member, request, wanted);
  const result =
    first.kind === 'out of reach' && number !== undefined
      ? await newTask(store, member, request, anyNumber)
      : first;
  switch (result.kind) {
    case 'done':
      directory.note(member.workspaceId, result.task);
      return { kind: 'made', task: result.task, undo: result.undo };
    case 'already done': {
      const { task, undo } = result;
      if (task === undefined)
        return refused(`${taskName(result.number)} was made by this form before, and is gone since.`);
      return again(call, request, { task, undo }, anyNumber);
    }
    case 'no way':
      return {
        kind: 'errors',
        errors: { [TASK_FIELD.parent]: sentence(noWayWords(result.why, wanted.parent)) },
      };
    case 'out of reach':
    case 'no number left':
      return refused('There is no number left for a new task in this workspace.');
    default:
      return result satisfies never;
  }
}

async function again(
  call: MemberCall,
  request: string,
  made: { readonly task: Task; readonly undo: UndoTarget },
  { title, tags, parent, estimate }: Omit<NewTask, 'number'>,
): Promise<Made> {
  const { task, undo } = made;
  const next = {
    kind: 'edit',
    title,
    tags,
    height: 0,
    ...(parent === undefined ? {} : { parent }),
    ...(estimate === undefined ? {} : { estimate }),
  } as const;
  const changed = await writeTask(call, task, next, `${request} ${JSON.stringify(next)}`);
  if (changed.kind === 'no way')
    return { kind: 'errors', errors: { [TASK_FIELD.parent]: sentence(noWayWords(changed.why, parent)) } };
  return { kind: 'made', task: changed.kind === 'done' ? changed.task : task, undo };
}

function refused(why: string): Made {
  return { kind: 'errors', errors: { [TASK_FIELD.title]: why } };
}

/** The end of a sentence as one of its own, plain as a field shows it. */
function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`.replaceAll('`', '');
}
