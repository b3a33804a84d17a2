import { isNothing } from '../../../amounts.ts';
import type { TeamGrouping } from '../../../reports/groups.ts';
import { daysNeeded } from '../../../reports/report.ts';
import { taskTreeRows } from '../../../reports/task-tree-rows.ts';
import { tallyTeam } from '../../../reports/team-report.ts';
import { readTeamEntries } from '../../../store/team-entries.ts';
import { taskName } from '../../../task.ts';
import { tasksBelow } from '../../../task-tree.ts';
import type { MemberCall } from '../../call.ts';
import { reportMessage } from '../../messages/report/report-message.ts';
import { mentions } from '../../messages/team-words.ts';
import { actions, type Block, button, fitsButton, plainReply, type Reply } from '../../slack/blocks.ts';
import { escapeText } from '../../slack/escape.ts';
import { ACTION } from '../../wire/action-ids.ts';
import { encodeTeamReport, type TeamReportValue } from '../../wire/team-report.ts';

/** Who asks, and where it is looked up. */
export type TeamReader = Pick<MemberCall, 'store' | 'member' | 'directory' | 'prefs' | 'today'>;

const NOTHING_TO_SHARE = plainReply(
  'Not shared: nothing is logged that this report is about, so nobody else saw it.',
);

/**
 * Adds up what these members logged, and tells it to the lead who asks; `shared` is how it looks where others see it.
 * Whoever calls this has made sure that the asker is a lead.
 */
export async function addUpTeam(
  reader: TeamReader,
  value: TeamReportValue,
  memberIds: readonly string[],
  shared: boolean,
): Promise<Reply> {
  const { store, member, directory: kept, prefs, today } = reader;
  const { period, by, tags, task, rounding } = value;
  const { weekStart } = prefs;
  const directory =
    by === 'task' || task !== undefined
      ? await kept.read(store, member)
      : { tasks: [], gone: new Map<number, number | undefined>() };
  if (
    task !== undefined &&
    !directory.tasks.some(({ number }) => number === task) &&
    !directory.gone.has(task)
  )
    return plainReply(`There is no ${taskName(task)}. \`/track tasks\` shows those there are.`);
  const filter = { tags, ...(task === undefined ? {} : { tasks: tasksBelow(directory.tasks, task) }) };
  const tally = tallyTeam({
    period,
    by,
    filter,
    today,
    weekStart,
    ...(rounding === undefined ? {} : { rounding }),
  });
  for (const id of memberIds) tally.add(id, []);
  const days = daysNeeded({ period, today });
  const withTags = by === 'tag' || tags.length > 0;
  const query = { workspaceId: member.workspaceId, memberIds, period: days, withTags, today };
  const { unreadable } = await readTeamEntries(store, query, tally.add);
  const made = tally.report();
  const report = by === 'task' ? { ...made, rows: taskTreeRows(made.rows, directory) } : made;
  if (shared && isNothing(report.total)) return NOTHING_TO_SHARE;
  return {
    ...reportMessage(report, {
      today,
      weekStart,
      titles: new Map(directory.tasks.map(({ number, title }) => [number, title])),
      tags,
      unreadable,
      ...(task === undefined ? {} : { task }),
      whose: whoseWords(value, memberIds.length, shared ? member.memberId : undefined),
      nothing: nothingWords(value),
      buttons: shared ? [] : buttonsOf(value),
    }),
    ...(shared ? { shared: true } : {}),
  };
}

function whoseWords({ members }: TeamReportValue, count: number, sharedBy: string | undefined): string {
  const who = members.length > 0 ? mentions(members) : count === 1 ? '1 member' : `${count} members`;
  return `:busts_in_silhouette: ${sharedBy === undefined ? '' : `<@${sharedBy}> · `}${who} ·`;
}

function nothingWords({ tags }: TeamReportValue): string {
  if (tags.length === 0) return 'Nobody logged anything in these days that this report is about.';
  const names = tags.map((tag) => `#${escapeText(tag)}`).join(' ');
  return `Nobody logged anything with ${names} in these days. \`/track team report by tag\` shows the tags there are.`;
}

const OFFERED: readonly TeamGrouping[] = ['day', 'week', 'tag', 'task', 'member', 'unit'];

function buttonsOf(value: TeamReportValue): Block[] {
  const own = encodeTeamReport(value);
  if (!fitsButton(own)) return [];
  const others = OFFERED.filter((by) => by !== value.by).map((by, index) =>
    button({
      action: `${ACTION.teamReport}-${index}`,
      text: `By ${by}`,
      value: encodeTeamReport({ ...value, by }),
    }),
  );
  const isNamed = value.by === 'member' || value.members.length > 0;
  const label = 'Share this report in the channel';
  const share = button({ action: ACTION.shareTeamReport, text: 'Share', value: own, label });
  return [actions('team-report', [...others, ...(isNamed ? [] : [share])])];
}
