import { formatDuration } from '../../duration.ts';
import type { Command } from '../../phrase/command.ts';
import { newTask } from '../../store/tasks.ts';
import { type Task, taskName } from '../../task.ts';
import type { MemberCall } from '../call.ts';
import { noWayWords } from '../messages/no-way.ts';
import { actions, button, context, plainReply, type Reply, reply, section } from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeUndo } from '../wire/undo-value.ts';

/** Makes a task under the next free number. */
export async function taskNew(
  call: MemberCall,
  command: Extract<Command, { name: 'task new' }>,
): Promise<Reply> {
  const { name: _, ...task } = command;
  const result = await newTask(call.store, call.member, call.requestId, task);
  switch (result.kind) {
    case 'done':
      return created(result.task, encodeUndo(result.undo));
    case 'already done':
      return result.task === undefined
        ? plainReply(`${taskName(result.number)} was made before, and undone since.`)
        : created(result.task, encodeUndo(result.undo));
    case 'no way':
      return plainReply(`Not made: ${noWayWords(result.why, command.parent)}`);
    case 'number taken':
      return plainReply(`Not made: that number is taken. The next free one is ${taskName(result.next)}.`);
    case 'no number left':
      return plainReply('Not made: this workspace has used up its 999,999 task numbers.');
    default:
      return result satisfies never;
  }
}

function created(task: Task, undo: string): Reply {
  const name = taskName(task.number);
  const details = [
    ...(task.parent === undefined ? [] : [`under ${taskName(task.parent)}`]),
    ...task.tags.map((tag) => `#${escapeText(tag)}`),
    ...(task.estimate === undefined ? [] : [`estimated at ${formatDuration(task.estimate)}`]),
  ].join(' · ');
  const line = `:white_check_mark: Created *${name}* ${escapeText(task.title)}`;
  const hint = `Log on it with \`/track 45m ${name}\`.`;
  return reply([line, details, hint].filter((part) => part !== '').join('\n'), [
    section(details === '' ? line : `${line}\n${details}`),
    context(hint),
    actions('task', [button({ action: ACTION.undo, text: 'Undo', value: undo })]),
  ]);
}
