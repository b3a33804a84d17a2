import type { Command } from '../../phrase/command.ts';
import { type OwnTime, readOwnTime } from '../../store/task-time.ts';
import { type TaskSummary, taskName } from '../../task.ts';
import { searchTasks } from '../../task-search.ts';
import { NO_TIME, type TaskTotal, totalsOf } from '../../task-totals.ts';
import { type TreeLine, treeOf } from '../../task-tree.ts';
import type { MemberCall } from '../call.ts';
import { taskRow } from '../messages/task-row.ts';
import { progressWords, taskTitle } from '../messages/task-words.ts';
import { pageOf } from '../page-of.ts';
import {
  actions,
  type Block,
  button,
  context,
  plainReply,
  type Reply,
  reply,
  section,
} from '../slack/blocks.ts';
import { inlineCode, shorten } from '../slack/escape.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeTasksPage, LONGEST_SEARCH, type TasksPage } from '../wire/tasks-page.ts';

/** As many tasks as one page shows, each with its button, well inside Slack's 50 blocks. */
const PAGE_SIZE = 15;
/** As many as were logged on last stand above a list that has several pages. */
const RECENT_SHOWN = 5;

/** The workspace's tasks as a tree, with what the member logged on each. */
export function tasks(call: MemberCall, command: Extract<Command, { name: 'tasks' }>): Promise<Reply> {
  const { which = 'open', words } = command;
  const search = words === undefined ? {} : { words: words.slice(0, LONGEST_SEARCH) };
  return tasksPage(call, { which, skip: 0, ...search });
}

/** One page of the tree; `skip` lines are left to the pages before. */
export async function tasksPage(call: MemberCall, asked: TasksPage): Promise<Reply> {
  const { store, member, directory } = call;
  const [{ tasks: all, gone, unreadable }, time] = await Promise.all([
    directory.read(store, member),
    readOwnTime(store, member),
  ]);
  const totals = totalsOf(treeOf(all), time.byTask, gone);
  const wanted = all.filter(({ state }) => asked.which === 'all' || state === asked.which);
  const lines = treeOf(searchTasks(wanted, asked.words ?? ''));
  if (lines.length === 0) return nothingFound(asked);
  const { shown, from, rest } = pageOf(lines, asked.skip, PAGE_SIZE);
  const page = { ...asked, skip: from };
  const isLong = page.skip === 0 && page.words === undefined && lines.length > PAGE_SIZE;
  const recent = isLong ? recentTasks(wanted, time) : [];
  const recentLines = recent.map((task) => ({ task, depth: 0 }));
  const textOf = (line: TreeLine) => lineWords(line, totals.get(line.task.number) ?? NO_TIME);
  const blockOf = (line: TreeLine, list: string) => taskRow(list, line.task.number, textOf(line));
  const title = `*${titleWords(page)}: ${lines.length}*${rangeWords(page.skip, shown.length, lines.length)}`;
  const small = smallPrint(lines, time, unreadable);
  const blocks: Block[] = [
    ...(recent.length === 0 ? [] : [section('*You logged on these last*')]),
    ...recentLines.map((line) => blockOf(line, 'recent')),
    section(title),
    ...shown.map((line) => blockOf(line, 'task')),
    ...pageButtons(page, rest),
    context(small.join('\n')),
  ];
  const text = [
    ...(recent.length === 0 ? [] : ['*You logged on these last*', ...recentLines.map(textOf)]),
    title,
    ...shown.map(textOf),
    ...small,
  ];
  return reply(text.join('\n'), blocks);
}

function recentTasks(tasks: readonly TaskSummary[], { lastOn }: OwnTime): readonly TaskSummary[] {
  const dayOf = ({ number }: TaskSummary) => lastOn.get(number) ?? '';
  return tasks
    .filter((task) => dayOf(task) !== '')
    .toSorted((one, other) => (dayOf(one) < dayOf(other) ? 1 : dayOf(one) > dayOf(other) ? -1 : 0))
    .slice(0, RECENT_SHOWN);
}

function lineWords({ task, depth }: TreeLine, total: TaskTotal): string {
  const done = task.state === 'done' ? ' :white_check_mark:' : '';
  const progress = progressWords(task, total);
  const indent = '\u2003'.repeat(Math.min(depth, 10));
  // A parent that has no line of its own here, since it is finished or was not searched for, is named.
  const above = depth === 0 && task.parent !== undefined ? ` · in ${taskName(task.parent)}` : '';
  return `${indent}• ${taskTitle(task)}${done}${above}${progress === '' ? '' : ` · ${progress}`}`;
}

function smallPrint([first]: readonly TreeLine[], { since }: OwnTime, unreadable: number): string[] {
  const example = taskName(first?.task.number ?? 1);
  return [
    `Times, and what is left, count your own entries, subtasks included${since === undefined ? '' : `, from ${since} on`}. \`/track ${example}\` shows one with everybody’s time; log on it with \`/track 45m ${example}\`.`,
    ...(unreadable === 0 ? [] : [`:warning: ${unreadable} unreadable, left out.`]),
  ];
}

function pageButtons(page: TasksPage, rest: number): Block[] {
  const to = (text: string, skip: number, place: number) =>
    button({ action: `${ACTION.tasks}-${place}`, text, value: encodeTasksPage({ ...page, skip }) });
  const buttons = [
    ...(page.skip > 0 ? [to('Back', Math.max(0, page.skip - PAGE_SIZE), 0)] : []),
    ...(rest > 0 ? [to(`More (${rest})`, page.skip + PAGE_SIZE, 1)] : []),
  ];
  return buttons.length === 0 ? [] : [actions('task-pages', buttons)];
}

function titleWords({ which, words }: TasksPage): string {
  const kind = { open: 'Open tasks', done: 'Finished tasks', all: 'All tasks' }[which];
  return words === undefined ? kind : `${kind} with ${inlineCode(shorten(words, 60))}`;
}

/** Which of them a page shows; empty where it shows all. */
function rangeWords(skip: number, shown: number, all: number): string {
  return shown === all ? '' : `, ${skip + 1} to ${skip + shown} of them here`;
}

function nothingFound({ which, words }: TasksPage): Reply {
  if (words !== undefined) {
    const elsewhere = which === 'all' ? '' : ' `/track tasks all` looks among finished ones too.';
    return plainReply(
      `No ${which === 'all' ? '' : `${which} `}task has ${inlineCode(words)} in its title.${elsewhere}`,
    );
  }
  if (which === 'done') return plainReply('No task is finished yet. `/track task done task-1` finishes one.');
  return plainReply('No open tasks. `/track task new Write the guide` makes one.');
}
