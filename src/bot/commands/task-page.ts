import type { Note } from '../../note.ts';
import { readTaskNotes } from '../../store/find-notes.ts';
import { type Task, type TaskNumber, taskName } from '../../task.ts';
import { NO_TIME } from '../../task-totals.ts';
import { pathTo, type TreeLine } from '../../task-tree.ts';
import type { MemberCall } from '../call.ts';
import { taskGone, taskNow } from '../find-task.ts';
import { taskRow } from '../messages/task-row.ts';
import { leftWords, progressWords, taskTitle, totalWords } from '../messages/task-words.ts';
import { dateWords, noteWords } from '../messages/words.ts';
import { pageOf } from '../page-of.ts';
import {
  actions,
  type Block,
  button,
  context,
  divider,
  type Reply,
  reply,
  section,
} from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';
import { MOST_SUMMED, type TaskSums, taskSums } from '../task-sums.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeTaskPage, encodeTaskRef } from '../wire/task-ref.ts';
import { encodeTasksPage } from '../wire/tasks-page.ts';

/** As many subtasks as one page shows, each with its button. */
const PAGE_SIZE = 8;
const NOTES_SHOWN = 3;
const NOTE_LENGTH = 200;
/** As many tasks of the way up as are named. */
const PATH_SHOWN = 4;

/** One task: where it lies, what is left of it, what was logged on it and below it, and what can be done with it. */
export async function taskPage(call: MemberCall, number: TaskNumber, skip = 0): Promise<Reply> {
  const task = await taskNow(call, number);
  return task === undefined ? taskGone(call, number) : showTask(call, task, skip);
}

/** What became of a task, and its page as it is now. */
export async function withTaskPage(call: MemberCall, first: Reply, task: Task): Promise<Reply> {
  const page = await showTask(call, task, 0);
  return reply(`${first.text}\n\n${page.text}`, [...first.blocks, divider(), ...page.blocks]);
}

async function showTask(call: MemberCall, task: Task, skip: number): Promise<Reply> {
  const [sums, notes, mayDelete] = await Promise.all([
    taskSums(call, task),
    readTaskNotes(call.store, call.member, task.number),
    offersDeletion(call, task),
  ]);
  const head = headLines(task, sums);
  const children = sums.subtree.filter(({ depth }) => depth === 1);
  const { shown, from, rest } = pageOf(children, skip, PAGE_SIZE);
  const title = children.length === 0 ? [] : [`*Subtasks: ${children.length}*`];
  const noteLines = notesWords(notes, task.number, call);
  const small = smallPrint(sums);
  const blocks: Block[] = [
    section(head.join('\n')),
    actions('task', taskButtons(task, mayDelete)),
    ...title.map(section),
    ...shown.map((line) => taskRow('subtask', line.task.number, childLine(line, sums))),
    ...pageButtons(task.number, from, rest),
    ...(noteLines.length === 0 ? [] : [section(noteLines.join('\n'))]),
    ...(small.length === 0 ? [] : [context(small.join('\n'))]),
  ];
  const more = rest > 0 ? [`… and ${rest} more`] : [];
  const lines = shown.map((line) => `• ${childLine(line, sums)}`);
  return reply([...head, ...title, ...lines, ...more, ...noteLines, ...small].join('\n'), blocks);
}

function headLines(task: Task, { tree, own, everybody }: TaskSums): string[] {
  const path = pathTo(tree, task.number).map((above) => taskTitle(above, 30));
  const way = path.length > PATH_SHOWN ? ['…', ...path.slice(-PATH_SHOWN)] : path;
  const mine = own.get(task.number) ?? NO_TIME;
  const all = everybody.get(task.number) ?? NO_TIME;
  const set = [
    ...(task.state === 'done' ? [':white_check_mark: done'] : []),
    ...task.tags.map((tag) => `#${escapeText(tag)}`),
    leftWords(task, all.all),
  ].filter((words) => words !== '');
  return [
    ...(way.length === 0 ? [] : [`In ${way.join(' › ')}`]),
    taskTitle(task, 200),
    ...(set.length === 0 ? [] : [set.join(' · ')]),
    `You: *${totalWords(mine)}* · Everybody: *${totalWords(all)}*`,
  ];
}

function smallPrint({ since, leftOut, subtree }: TaskSums): string[] {
  return [
    ...(since === undefined ? [] : [`Counted from ${since} on: there is more before.`]),
    ...(leftOut === 0 ? [] : [`Counted are the ${MOST_SUMMED} nearest of ${subtree.length} tasks.`]),
  ];
}

function childLine({ task }: TreeLine, { own }: TaskSums): string {
  const done = task.state === 'done' ? ' :white_check_mark:' : '';
  const progress = progressWords(task, own.get(task.number) ?? NO_TIME);
  return `${taskTitle(task)}${done}${progress === '' ? '' : ` · ${progress}`}`;
}

/** The latest of the member's own notes on the task. */
function notesWords(notes: readonly Note[], number: TaskNumber, { today }: MemberCall): string[] {
  if (notes.length === 0) return [];
  const latest = notes.toReversed().slice(0, NOTES_SHOWN);
  const more = notes.length - latest.length;
  return [
    '*Your notes*',
    ...latest.map(({ date, text }) => `> ${dateWords(date, today)}: ${noteWords(text, NOTE_LENGTH)}`),
    ...(more === 0 ? [] : [`… and ${more} more: \`/track notes ${taskName(number)}\``]),
  ];
}

/** Who made a task may delete it, and a lead: who may is looked up anew when it is pressed. */
async function offersDeletion({ store, member, workspaces }: MemberCall, task: Task): Promise<boolean> {
  if (task.ownerId === member.memberId) return true;
  return (await workspaces.read(store, member.workspaceId)).leads.includes(member.memberId);
}

function taskButtons(task: Task, mayDelete: boolean) {
  const value = encodeTaskRef(task);
  const isOpen = task.state === 'open';
  return [
    button({ action: ACTION.taskLog, text: 'Log on it', value, style: 'primary' }),
    isOpen
      ? button({ action: ACTION.taskDone, text: 'Done', value })
      : button({ action: ACTION.taskReopen, text: 'Reopen', value }),
    button({ action: ACTION.taskEdit, text: 'Edit', value, label: `Edit ${taskName(task.number)}` }),
    button({ action: ACTION.taskMove, text: 'Move', value, label: `Move ${taskName(task.number)}` }),
    ...(mayDelete
      ? [
          button({
            action: ACTION.taskDelete,
            text: 'Delete',
            value,
            label: `Delete ${taskName(task.number)}`,
          }),
        ]
      : []),
    button({ action: ACTION.tasks, text: 'All tasks', value: encodeTasksPage({ which: 'open', skip: 0 }) }),
  ];
}

function pageButtons(number: TaskNumber, skip: number, rest: number): Block[] {
  const to = (text: string, at: number) =>
    button({
      action: `${ACTION.task}-${text === 'Back' ? 0 : 1}`,
      text,
      value: encodeTaskPage({ number, skip: at }),
    });
  const buttons = [
    ...(skip > 0 ? [to('Back', Math.max(0, skip - PAGE_SIZE))] : []),
    ...(rest > 0 ? [to(`More (${rest})`, skip + PAGE_SIZE)] : []),
  ];
  return buttons.length === 0 ? [] : [actions('subtask-pages', buttons)];
}
