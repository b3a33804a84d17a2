import { isNothing } from '../amounts.ts';
import { searchedWords } from '../find-words.ts';
import { daysNeeded, type Report, reportOf } from '../reports/report.ts';
import { taskTreeRows } from '../reports/task-tree-rows.ts';
import type { Directory } from '../store/directory.ts';
import { readEntries } from '../store/read-entries.ts';
import { QUICK_PAGES } from '../store/whole-days.ts';
import { tasksBelow } from '../task-tree.ts';
import type { MemberCall } from './call.ts';
import { lookForTag } from './known-tags.ts';
import { noTask, taskDeleted } from './messages/no-task.ts';
import { noSuchTag, notComeYet } from './messages/report/nothing-to-report.ts';
import { reportButtons } from './messages/report/report-buttons.ts';
import { reportMessage } from './messages/report/report-message.ts';
import { plainReply, type Reply } from './slack/blocks.ts';
import type { ReportValue } from './wire/report-value.ts';

/** What a report needs to know of its reader; a job knows as much as a request. */
export type Reader = Pick<MemberCall, 'store' | 'member' | 'directory' | 'prefs' | 'home' | 'now' | 'today'>;

export type ReportOptions = {
  /** True for how it looks where others see it: with its owner's name and without buttons. */
  readonly shared?: boolean;
  /** How many megabytes of entries are read; a report that needs more is `too much`. */
  readonly mostPages?: number;
};

const NO_TASKS = { tasks: [], gone: new Map<number, number | undefined>() };

const NOTHING_TO_SHARE = plainReply(
  'Not shared: nothing is logged that this report is about, so nobody else saw it.',
);

/** One report as a message. One that tells of nothing is not shared, which only its owner is told. */
export async function showReport(
  reader: Reader,
  value: ReportValue,
  { shared = false, mostPages = QUICK_PAGES }: ReportOptions = {},
): Promise<Reply | 'too much'> {
  const { store, member, directory: kept, prefs, today } = reader;
  const { period, by, tags, task, words, rounding } = value;
  const { weekStart } = prefs;
  if (period.since > today) return notComeYet(value, { today, weekStart });
  const wantsTasks = by === 'task' || task !== undefined;
  const options = { notes: words !== undefined, mostPages };
  const [{ entries, unreadable, since }, directory] = await Promise.all([
    readEntries(store, member, daysNeeded({ period, today }), options),
    wantsTasks ? kept.read(store, member) : NO_TASKS,
  ]);
  if (since !== undefined) return 'too much';
  const filter = {
    tags,
    ...(task === undefined ? {} : { tasks: tasksBelow(directory.tasks, task) }),
    ...(words === undefined ? {} : { words: searchedWords(words) }),
  };
  const grouped = reportOf(entries, {
    period,
    by,
    filter,
    today,
    weekStart,
    ...(rounding === undefined ? {} : { rounding }),
  });
  const made = by === 'task' ? { ...grouped, rows: taskTreeRows(grouped.rows, directory) } : grouped;
  const refused = made.total.entries === 0 ? await whyNothing(reader, value, made, directory) : undefined;
  if (refused !== undefined) return refused;
  if (shared && isNothing(made.total)) return NOTHING_TO_SHARE;
  return {
    ...reportMessage(made, {
      ...(words === undefined ? {} : { words }),
      today,
      weekStart,
      titles: new Map(directory.tasks.map(({ number, title }) => [number, title])),
      tags,
      unreadable,
      ...(task === undefined ? {} : { task }),
      ...(shared ? { whose: `<@${member.memberId}>` } : {}),
      buttons: shared ? [] : reportButtons(value),
    }),
    ...(shared ? { shared: true } : {}),
  };
}

/** What is wrong with what a report of nothing was narrowed by; `undefined` where there only is nothing. */
async function whyNothing(
  reader: Reader,
  value: ReportValue,
  { before }: Report,
  { tasks, gone }: Pick<Directory, 'tasks' | 'gone'>,
): Promise<Reply | undefined> {
  if (before.total.entries > 0) return undefined;
  const { task, tags } = value;
  if (task !== undefined && !tasks.some(({ number }) => number === task))
    return gone.has(task) ? taskDeleted(task) : noTask(task);
  for (const tag of tags) {
    const looked = await lookForTag(reader, tag);
    if (!looked.isKnown) return noSuchTag(value, tag, looked.near);
  }
  return undefined;
}
