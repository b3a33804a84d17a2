import { type DeleteTaskResult, deleteTask } from '../../store/change-task.ts';
import { readTeamTime } from '../../store/task-time.ts';
import { type Task, type TaskNumber, taskName } from '../../task.ts';
import type { MemberCall } from '../call.ts';
import { taskGone, taskNow } from '../find-task.ts';
import { confirmTask } from '../messages/task-done.ts';
import { taskLine } from '../messages/task-words.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { asLead } from '../team-roles.ts';
import { encodeUndo } from '../wire/undo-value.ts';

/** Deletes the task of a number, and tells what is left of it. */
export async function deleteTaskBy(call: MemberCall, number: TaskNumber): Promise<Reply> {
  const seen = await taskNow(call, number);
  return seen === undefined ? taskGone(call, number) : deleteSeen(call, seen);
}

/** The same for a task as it was seen. */
export async function deleteSeen(call: MemberCall, seen: Task): Promise<Reply> {
  return deletedReply(call, seen, await removeTask(call, seen));
}

/** Deletes a task, and lets the directory know. Whether somebody else's may be deleted is looked up as it stands now. */
async function removeTask(call: MemberCall, seen: Task): Promise<DeleteTaskResult> {
  const { store, member, requestId, directory } = call;
  const isLead = seen.ownerId !== member.memberId && (await asLead(call)).kind === 'lead';
  const result = await deleteTask(store, member, requestId, seen, isLead);
  if (result.kind === 'done') directory.note(member.workspaceId, result.task, true);
  return result;
}

/** What became of a deletion, with what hung below the task and what was logged on it. */
async function deletedReply(call: MemberCall, seen: Task, result: DeleteTaskResult): Promise<Reply> {
  const name = taskName(seen.number);
  switch (result.kind) {
    case 'done':
    case 'already done':
      return confirmTask({
        done: ':wastebasket: Deleted:',
        task: seen,
        more: await leftBehind(call, seen),
        undo: encodeUndo(result.undo),
        isAbovePage: true,
      });
    case 'not yours':
      return plainReply(
        `Not deleted: only who made ${name} may delete it, or a lead. Anybody may finish it: \`/track task done ${name}\`.`,
      );
    case 'changed':
      return result.current === undefined
        ? taskGone(call, seen.number)
        : plainReply(`Not deleted: it was changed meanwhile. Now it is ${taskLine(result.current)}.`);
    default:
      return result satisfies never;
  }
}

/** What is left of a deleted task: its subtasks hang one level higher, and entries keep its number. */
async function leftBehind({ store, member, directory }: MemberCall, seen: Task): Promise<readonly string[]> {
  const [{ gone, movedUpFrom }, { entries, since }] = await Promise.all([
    directory.read(store, member),
    readTeamTime(store, member, [seen.number]),
  ]);
  const subtasks = [...movedUpFrom.values()].filter((parent) => parent === seen.number).length;
  const heir = gone.get(seen.number);
  const now = heir === undefined ? 'at the top' : `under ${taskName(heir)}`;
  const kept = count(entries, 'entry that names it', 'entries that name it');
  const from = since === undefined ? '' : ` (from ${since} on)`;
  const counting = heir === undefined ? '' : `, counted for ${taskName(heir)} from now on`;
  return [
    ...(subtasks === 0 ? [] : [`Moved up: ${count(subtasks, 'subtask', 'subtasks')}, now ${now}.`]),
    ...(entries === 0 ? [] : [`Kept: ${kept}${from}${counting}.`]),
  ];
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
