import { formatDuration } from '../../duration.ts';
import { type DayReport, reportDay } from '../../reports/day-report.ts';
import type { MemberCall } from '../call.ts';
import { totalWords } from '../day.ts';
import { runningWords } from '../messages/timer-words.ts';
import { dateWords, entryLine } from '../messages/words.ts';
import { type Block, context, plainReply, type Reply, reply, section } from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';

/** As many entries as fit into one message; a longer day says how many more there are. */
const MOST_SHOWN = 20;

/** The member's day so far: every entry, time by tag, the total, and the timer if one runs. */
export async function today(call: MemberCall): Promise<Reply> {
  const report = reportDay(call.home.entries, call.today);
  const { now, prefs } = call;
  const running = call.home.timer;
  const timer = running.state === 'idle' ? [] : [runningWords(running, { now, zone: prefs.zone })];
  if (report.entries.length === 0) {
    return plainReply(
      [
        ...timer,
        `Nothing logged today, ${dateWords(call.today, call.today)}. Try \`/track 45m #writing\`.`,
      ].join('\n'),
    );
  }
  const lines = report.entries.slice(0, MOST_SHOWN).map((entry) => `• ${entryLine(entry)}`);
  const more = report.entries.length - lines.length;
  if (more > 0) lines.push(`… and ${more} more: \`/track list\` shows them all.`);
  const title = `*Today, ${dateWords(call.today, call.today)}: ${totalWords(report.entries)}*`;
  const tags = tagLine(report);
  const blocks: Block[] = [
    section(title),
    section(lines.join('\n')),
    ...(tags === '' ? [] : [context(tags)]),
    ...timer.map(section),
    ...unreadableNotice(call),
  ];
  return reply([title, ...lines, tags, ...timer].filter((line) => line !== '').join('\n'), blocks);
}

/** Says so when rows had to be left out of what is shown. */
export function unreadableNotice({ home }: MemberCall): Block[] {
  if (home.unreadable === 0) return [];
  return [
    context(`:warning: ${home.unreadable} unreadable, left out. Your admin finds the reason in the log.`),
  ];
}

function tagLine({ byTag, entries }: DayReport): string {
  const parts = byTag
    .slice(0, 10)
    .map(({ tag, seconds }) => `#${escapeText(tag)} ${formatDuration(seconds)}`);
  const several = entries.some(({ tags }) => tags.length > 1);
  const overlap = several && parts.length > 1 ? ' (entries with several tags count in each)' : '';
  return parts.join(' · ') + overlap;
}
