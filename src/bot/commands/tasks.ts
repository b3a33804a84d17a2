import { formatDuration } from '../../duration.ts';
import { readDirectory } from '../../store/directory.ts';
import { taskName } from '../../task.ts';
import { type TreeLine, treeOf } from '../../task-tree.ts';
import type { MemberCall } from '../call.ts';
import { context, plainReply, type Reply, reply, section } from '../slack/blocks.ts';
import { escapeText, shorten } from '../slack/escape.ts';

/** As much as one section of a message holds, with room for the line breaks. */
const MOST_CHARACTERS = 2900;
const MOST_SHOWN = 30;
const TITLE_SHOWN = 70;

/** The workspace's open tasks as a tree. */
export async function tasks(call: MemberCall): Promise<Reply> {
  const { tasks: all } = await readDirectory(call.store, call.member.workspaceId);
  const open = treeOf(all.filter(({ state }) => state === 'open'));
  if (open.length === 0) {
    return plainReply('No open tasks. `/track task new Write the guide` makes one.');
  }
  const lines = fitting(open.slice(0, MOST_SHOWN).map(taskLine));
  const more = open.length - lines.length;
  const title = `*Open tasks: ${open.length}*`;
  const hint = `${more > 0 ? `… and ${more} more. ` : ''}Log on one with \`/track 45m ${taskName(open[0]?.task.number ?? 1)}\`.`;
  return reply([title, ...lines, hint].join('\n'), [
    section(title),
    section(lines.join('\n')),
    context(hint),
  ]);
}

/** The first lines that fit into one section whole. */
function fitting(lines: readonly string[]): readonly string[] {
  let room = MOST_CHARACTERS;
  const cut = lines.findIndex((line) => {
    room -= line.length + 1;
    return room < 0;
  });
  return cut < 0 ? lines : lines.slice(0, cut);
}

function taskLine({ task, depth }: TreeLine): string {
  const estimate = task.estimate === undefined ? '' : ` (~${formatDuration(task.estimate)})`;
  const indent = '\u2003'.repeat(Math.min(depth, 10));
  return `${indent}• *${taskName(task.number)}* ${escapeText(shorten(task.title, TITLE_SHOWN))}${estimate}`;
}
