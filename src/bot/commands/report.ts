import { dayPeriod, type Period } from '../../period.ts';
import type { Command } from '../../phrase/command.ts';
import { spanOf } from '../../phrase/period-words.ts';
import { usualGrouping } from '../../reports/report.ts';
import { addDays } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { reportOrLater } from '../report-or-later.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import type { ReportValue } from '../wire/report-value.ts';
import { teamReport } from './team/team-report.ts';

const NOT_OF_A_TEAM = plainReply(
  'A report of the team can’t be narrowed by words of notes, which only their writers see. `/track team report by member` is all of it.',
);

type ReportCommand = Extract<Command, { name: 'report' }> | { readonly name: 'yesterday' | 'week' | 'month' };

/**
 * The member's own time of a period: `week`, `report last month by tag #writing`. By member, or of another member, it is a
 * report of the team.
 */
export async function report(call: MemberCall, command: ReportCommand): Promise<Reply> {
  const { today, prefs, member, responseUrl } = call;
  const span = (unit: 'week' | 'month') => spanOf(unit, 0, { today, weekStart: prefs.weekStart });
  const own = (value: ReportValue, shared = false) => reportOrLater(call, value, { shared, responseUrl });
  if (command.name === 'yesterday') return own(plain(dayPeriod(addDays(today, -1))));
  if (command.name !== 'report') return own(plain(span(command.name)));
  // Without a period, a report is about this week.
  const { period = span('week'), by = usualGrouping(period), tags, task, members, share } = command;
  const { words, rounding } = command;
  if (by === 'member' || members.some((id) => id !== member.memberId)) {
    return words === undefined ? teamReport(call, command) : NOT_OF_A_TEAM;
  }
  const narrowed = {
    ...(task === undefined ? {} : { task }),
    ...(words === undefined ? {} : { words }),
    ...(rounding === undefined ? {} : { rounding }),
  };
  return own({ period, by, tags, ...narrowed }, share);
}

function plain(period: Period): ReportValue {
  return { period, by: usualGrouping(period), tags: [] };
}
