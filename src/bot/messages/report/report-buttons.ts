import type { Period } from '../../../period.ts';
import type { Grouping } from '../../../reports/groups.ts';
import { daysBetween } from '../../../time.ts';
import { actions, type Block, button, context, fitsButton } from '../../slack/blocks.ts';
import { ACTION } from '../../wire/action-ids.ts';
import { encodeReport, type ReportValue } from '../../wire/report-value.ts';

/** The same entries put together another way, and the report for others to see. */
export function reportButtons(value: ReportValue): readonly Block[] {
  const others = offeredFor(value.period)
    .filter((by) => by !== value.by)
    .map((by) => ({
      text: `By ${by}`,
      value: encodeReport({ ...value, by }),
    }));
  const own = encodeReport(value);
  if (![own, ...others.map((other) => other.value)].every(fitsButton)) {
    return [context('What it is narrowed by is too long for buttons: type the line again, with `by tag`.')];
  }
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
      button({
        action: ACTION.download,
        text: 'Download',
        value: own,
        label: 'Download the entries of this report',
      }),
    ]),
  ];
}

/** More days than these are too many rows. */
const MOST_DAYS = 62;

function offeredFor({ since, until }: Period): readonly Grouping[] {
  const isLong = daysBetween(since, until) >= MOST_DAYS;
  return isLong ? ['week', 'month', 'tag', 'task', 'unit'] : ['day', 'week', 'tag', 'task', 'unit'];
}
