import type { Command } from '../../phrase/command.ts';
import { newTask } from '../../store/tasks.ts';
import { type Task, taskName } from '../../task.ts';
import type { MemberCall } from '../call.ts';
import { noWayWords } from '../messages/no-way.ts';
import { detailWords } from '../messages/task-words.ts';
import { undoButton } from '../messages/undo-button.ts';
import { actions, button, context, plainReply, type Reply, reply, section } from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';
import { answerOf } from '../views/open-forms.ts';
import { openNewTask } from '../views/open-task-forms.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeTaskPage } from '../wire/task-ref.ts';
import { encodeUndo } from '../wire/undo-value.ts';

/** Makes a task under the next free number; without a title the form for one opens. */
export async function taskNew(
  call: MemberCall,
  command: Extract<Command, { name: 'task new' }>,
): Promise<Reply | undefined> {
  const { name: _, title, ...rest } = command;
  if (title === undefined) return openNewTask(call, answerOf(call));
  const task = { title, ...rest };
  const result = await newTask(call.store, call.member, call.requestId, task);
  switch (result.kind) {
    case 'done':
      call.directory.note(call.member.workspaceId, result.task);
      return createdReply(result.task, encodeUndo(result.undo));
    case 'already done':
      return result.task === undefined
        ? plainReply(`${taskName(result.number)} was made before, and is gone since.`)
        : createdReply(result.task, encodeUndo(result.undo));
    case 'no way':
      return plainReply(`Not made: ${noWayWords(result.why, command.parent)}`);
    case 'out of reach':
      return plainReply(
        `Not made: that number can’t be given. The next free one is ${taskName(result.next)}.`,
      );
    case 'no number left':
      return plainReply('Not made: this workspace has used up its 999,999 task numbers.');
    default:
      return result satisfies never;
  }
}

/** Echoes a task that was just made. */
export function createdReply(task: Task, undo: string, more: readonly string[] = []): Reply {
  const name = taskName(task.number);
  const details = detailWords(task).join(' · ');
  const line = `:white_check_mark: Created *${name}* ${escapeText(task.title)}`;
  const hint = `Log on it with \`/track 45m ${name}\`.`;
  return reply([line, details, ...more, hint].filter((part) => part !== '').join('\n'), [
    section([line, details, ...more].filter((part) => part !== '').join('\n')),
    context(hint),
    actions('task', [
      undoButton(undo),
      button({
        action: ACTION.task,
        text: `Open ${name}`,
        value: encodeTaskPage({ number: task.number, skip: 0 }),
      }),
    ]),
  ]);
}
