import type { Command } from '../../phrase/command.ts';
import { type ChangeTaskResult, changeTask, type TaskChange } from '../../store/change-task.ts';
import type { Task } from '../../task.ts';
import type { SettledTasks } from '../../task-parents.ts';
import { placeUnder, underItsHeir } from '../../task-place.ts';
import { openBelow } from '../../task-tree.ts';
import type { MemberCall } from '../call.ts';
import { taskGone, taskNow } from '../find-task.ts';
import { noWayWords } from '../messages/no-way.ts';
import { confirmTask, type TaskConfirmation } from '../messages/task-done.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import { deleteTaskBy } from './task-delete.ts';

type TaskCommand = Extract<
  Command,
  {
    name:
      | 'task done'
      | 'task reopen'
      | 'task rename'
      | 'task move'
      | 'task estimate'
      | 'task tag'
      | 'task untag'
      | 'task delete';
  }
>;

/** Changes the task that a command names, and echoes it as it stands now. */
export async function changeTaskBy(call: MemberCall, command: TaskCommand): Promise<Reply> {
  if (command.name === 'task delete') return deleteTaskBy(call, command.task);
  const readTree = () => call.directory.read(call.store, call.member);
  const [seen, tree] = await Promise.all([
    taskNow(call, command.task),
    command.name === 'task move' || command.name === 'task done' ? readTree() : undefined,
  ]);
  if (seen === undefined) return taskGone(call, command.task);
  const settled = tree ?? (seen.parent === undefined ? AT_THE_TOP : await readTree());
  const change = changeOf(seen, command, settled);
  return changedReply(await writeTask(call, seen, change), change, settled);
}

/** All that has to be known to tell of a task without a parent. */
const AT_THE_TOP: SettledTasks = { tasks: [], gone: new Map(), movedUpFrom: new Map() };

/** Carries a change of a task out, and lets the directory know. */
export async function writeTask(
  { store, member, directory, ...call }: MemberCall,
  seen: Task,
  change: TaskChange,
  requestId = call.requestId,
): Promise<ChangeTaskResult> {
  const result = await changeTask(store, member, requestId, seen, change);
  if (result.kind === 'done') directory.note(member.workspaceId, result.task);
  return result;
}

type Saying = Pick<TaskConfirmation, 'isAbovePage' | 'more'>;

/** What became of a change, in words; `settled` tells under which parent the task is seen, and what is below it. */
export function changedReply(
  result: ChangeTaskResult,
  change: TaskChange,
  settled: SettledTasks,
  saying: Saying = {},
): Reply {
  const told = (done: string, task: Task, undo = {}) =>
    confirmTask({
      done,
      task: underItsHeir(task, settled),
      openBelow: change.kind === 'done' ? openBelow(settled.tasks, task.number) : [],
      ...undo,
      ...saying,
    });
  switch (result.kind) {
    case 'done':
    case 'already done': {
      const undo = { undo: encodeUndo(result.undo) };
      return result.task === undefined
        ? plainReply('That was done before, and the task is gone since.')
        : told(doneWords(change), result.task, undo);
    }
    case 'unchanged':
      return told('It is so already:', result.task);
    case 'changed':
      return result.current === undefined
        ? plainReply('Not changed: that task is gone. `/track tasks` shows those there are.')
        : told('Not changed, somebody was faster:', result.current);
    case 'no way':
      return plainReply(
        `Not moved: ${noWayWords(result.why, 'parent' in change ? change.parent : undefined)}`,
      );
    default:
      return result satisfies never;
  }
}

function changeOf(
  seen: Task,
  command: Exclude<TaskCommand, { name: 'task delete' }>,
  settled: SettledTasks,
): TaskChange {
  switch (command.name) {
    case 'task done':
      return { kind: 'done' };
    case 'task reopen':
      return { kind: 'reopen' };
    case 'task rename':
      return { kind: 'rename', title: command.title };
    case 'task move':
      return { kind: 'move', ...placeUnder(seen, command.parent, settled) };
    case 'task estimate':
      return {
        kind: 'estimate',
        ...(command.estimate === undefined ? {} : { estimate: command.estimate }),
      };
    case 'task tag':
      return { kind: 'tag', tags: [...new Set([...seen.tags, ...command.tags])] };
    case 'task untag':
      return { kind: 'tag', tags: seen.tags.filter((tag) => !command.tags.includes(tag)) };
    default:
      return command satisfies never;
  }
}

function doneWords({ kind }: TaskChange): string {
  const words: Readonly<Record<TaskChange['kind'], string>> = {
    rename: ':pencil2: Renamed:',
    done: ':white_check_mark: Finished:',
    reopen: ':arrows_counterclockwise: Open again:',
    estimate: ':pencil2: Estimate changed:',
    tag: ':pencil2: Tags changed:',
    move: ':pencil2: Moved:',
    edit: ':pencil2: Changed:',
  };
  return words[kind];
}
