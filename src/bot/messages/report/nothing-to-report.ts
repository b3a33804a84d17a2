import type { Tag } from '../../../tag.ts';
import { actions, button, plainReply, type Reply, reply, section } from '../../slack/blocks.ts';
import { escapeText } from '../../slack/escape.ts';
import { ACTION } from '../../wire/action-ids.ts';
import { encodeReport, type ReportValue } from '../../wire/report-value.ts';
import { type Calendar, periodTitle } from '../period-words.ts';

/** Said of a period that lies ahead. */
export function notComeYet({ period }: Pick<ReportValue, 'period'>, calendar: Calendar): Reply {
  const title = periodTitle(period, calendar);
  return plainReply(
    `${title} has not come yet, so there is nothing to report. \`/track week\` shows this week, and \`/track report last month\` the last one.`,
  );
}

/** Said of a tag that nothing carries; each of `near` is one press away. */
export function noSuchTag(value: ReportValue, tag: Tag, near: readonly Tag[]): Reply {
  const said = `You have no tag #${escapeText(tag)}.`;
  const meant = near.slice(0, 3).map((other) => ({
    tag: other,
    value: encodeReport({ ...value, tags: value.tags.map((one) => (one === tag ? other : one)) }),
  }));
  if (meant.length === 0) return plainReply(`${said} \`/track tags\` shows those you have.`);
  const question = `${said} Did you mean ${meant.map((one) => `#${escapeText(one.tag)}`).join(' or ')}?`;
  return reply(question, [
    section(question),
    actions(
      'near-tags',
      meant.map((one, index) =>
        button({ action: `${ACTION.report}-${index}`, text: `#${one.tag}`, value: one.value }),
      ),
    ),
  ]);
}

/** What to do about a report of nothing, in small print. */
export function nothingWords({ words, tags, task }: Pick<ReportValue, 'words' | 'tags' | 'task'>): string {
  if (words !== undefined) {
    return 'No entry of that time has a note with all of these words. `/track notes` with them looks through notes of any time.';
  }
  if (tags.length > 0 || task !== undefined)
    return 'Nothing is logged with that in this time. A longer period, such as `this year`, looks further.';
  return 'Nothing is logged in this time. `/track list` shows your latest entries.';
}
