import { isNothing } from '../../amounts.ts';
import { dayPeriod, type Period } from '../../period.ts';
import type { Command } from '../../phrase/command.ts';
import { spanOf } from '../../phrase/period-words.ts';
import type { Grouping } from '../../reports/groups.ts';
import { daysNeeded, reportOf, usualGrouping } from '../../reports/report.ts';
import { readEntries } from '../../store/read-entries.ts';
import { tasksBelow } from '../../task-tree.ts';
import { addDays } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { reportMessage } from '../messages/report/report-message.ts';
import { actions, type Block, button, fitsButton, plainReply, type Reply } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeReport, type ReportValue } from '../wire/report-value.ts';
import { teamReport } from './team/team-report.ts';

const NOTHING_TO_SHARE = plainReply(
  'Not shared: nothing is logged that this report is about, so nobody else saw it.',
);

type ReportCommand = Extract<Command, { name: 'report' }> | { readonly name: 'yesterday' | 'week' | 'month' };

/**
 * The member's own time of a period: `week`, `report last month by tag #writing`. By member, or of another member, it is a
 * report of the team.
 */
export async function report(call: MemberCall, command: ReportCommand): Promise<Reply> {
  const { today, prefs, member } = call;
  const span = (unit: 'week' | 'month') => spanOf(unit, 0, { today, weekStart: prefs.weekStart });
  if (command.name === 'yesterday') return showReport(call, plain(dayPeriod(addDays(today, -1))));
  if (command.name !== 'report') return showReport(call, plain(span(command.name)));
  // Without a period, a report is about this week.
  const { period = span('week'), by = usualGrouping(period), tags, task, members, share } = command;
  if (by === 'member' || members.some((id) => id !== member.memberId)) return teamReport(call, command);
  return showReport(call, { period, by, tags, ...(task === undefined ? {} : { task }) }, share);
}

/**
 * One report; `shared` is how it looks where others see it: with its owner's name and without buttons. One that tells of
 * nothing is not shared, which only its owner is told.
 */
export async function showReport(call: MemberCall, value: ReportValue, shared = false): Promise<Reply> {
  const { store, member, directory: kept, prefs, today } = call;
  const { period, by, tags, task } = value;
  const wantsTasks = by === 'task' || task !== undefined;
  const [{ entries, unreadable }, directory] = await Promise.all([
    readEntries(store, member, daysNeeded({ period, today })),
    wantsTasks ? kept.read(store, member) : { tasks: [] },
  ]);
  const filter = { tags, ...(task === undefined ? {} : { tasks: tasksBelow(directory.tasks, task) }) };
  const { weekStart } = prefs;
  const made = reportOf(entries, { period, by, filter, today, weekStart });
  if (shared && isNothing(made.total)) return NOTHING_TO_SHARE;
  return {
    ...reportMessage(made, {
      today,
      weekStart,
      titles: new Map(directory.tasks.map(({ number, title }) => [number, title])),
      tags,
      unreadable,
      ...(task === undefined ? {} : { task }),
      ...(shared ? { whose: `<@${member.memberId}>` } : {}),
      buttons: shared ? [] : buttonsOf(value),
    }),
    ...(shared ? { shared: true } : {}),
  };
}

function plain(period: Period): ReportValue {
  return { period, by: usualGrouping(period), tags: [] };
}

const OFFERED: readonly Grouping[] = ['day', 'week', 'tag', 'task', 'unit'];

function buttonsOf(value: ReportValue): Block[] {
  const others = OFFERED.filter((by) => by !== value.by).map((by) => ({
    text: `By ${by}`,
    value: encodeReport({ ...value, by }),
  }));
  const own = encodeReport(value);
  if (!fitsButton(own)) return [];
  return [
    actions('report', [
      ...others.map(({ text, value: other }, index) =>
        button({ action: `${ACTION.report}-${index}`, text, value: other }),
      ),
      button({
        action: ACTION.shareReport,
        text: 'Share',
        value: own,
        label: 'Share this report in the channel',
      }),
    ]),
  ];
}
