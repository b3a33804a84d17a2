import { formatDuration } from '../../duration.ts';
import type { Entry } from '../../entry.ts';
import { reportDay } from '../../reports/day-report.ts';
import { weekdayOf } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { unreadableNotice } from '../commands/today.ts';
import { totalWords } from '../day.ts';
import { dateWords, entryLabel, entryLine } from '../messages/words.ts';
import { actions, type Block, button, context, header, section } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeEntryRef } from '../wire/entry-ref.ts';

/** As many entries as stand here with their buttons, two blocks each. */
const MOST_SHOWN = 15;

/** Today: its total beside the member's target, and its entries, the last one first, each with Edit and Delete. */
export function dayBlocks(call: MemberCall): Block[] {
  const { entries } = reportDay(call.home.entries, call.today);
  const title = `Today, ${dateWords(call.today, call.today)}: ${totalWords(entries)}${targetWords(call)}`;
  const newestFirst = entries.toReversed();
  const more = entries.length - MOST_SHOWN;
  return [
    header(title),
    ...(entries.length === 0 ? [section('Nothing logged yet.')] : []),
    ...newestFirst.slice(0, MOST_SHOWN).flatMap(entryBlocks),
    ...(more > 0 ? [context(`… and ${more} more: \`/track list today\` shows them all.`)] : []),
    ...unreadableNotice(call),
  ];
}

/** ` of 8h` on a working day of a member who has set a target. */
function targetWords({ prefs, today }: MemberCall): string {
  const { dailyTarget, workingDays } = prefs;
  if (dailyTarget === undefined || !workingDays.some((day) => day === weekdayOf(today))) return '';
  return ` of ${formatDuration(dailyTarget)}`;
}

function entryBlocks(entry: Entry): Block[] {
  const ref = encodeEntryRef(entry);
  return [
    section(entryLine(entry)),
    actions(`entry-${entry.date}-${entry.id}`, [
      button({ action: ACTION.edit, text: 'Edit', value: ref, label: `Edit ${entryLabel(entry)}` }),
      button({ action: ACTION.deleteHere, text: 'Delete', value: ref, label: `Delete ${entryLabel(entry)}` }),
    ]),
  ];
}
