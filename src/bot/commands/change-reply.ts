import type { Entry } from '../../entry.ts';
import type { Alternative } from '../../phrase/reading.ts';
import type { ChangeEntryResult } from '../../store/change-entry.ts';
import { warningsFor } from '../../warning.ts';
import type { MemberCall } from '../call.ts';
import { dayTotal, entriesAround } from '../day.ts';
import { confirm } from '../messages/confirmation.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import { dayLine } from '../messages/words.ts';
import { nearMisses, noteNewTags } from '../new-tags.ts';
import type { Reply } from '../slack/blocks.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import { nameTask } from './log.ts';

export type ChangeWords = {
  readonly alternatives?: readonly Alternative[];
  /** What else was done, as a line of mrkdwn above, and the value of its own Undo button. */
  readonly besides?: { readonly line: string; readonly undo: string };
};

/** Echoes an entry after a change of it: as it stands now, the totals of the days it touched, and what to press. `seen` is how it stood before. */
export async function changeReply(
  call: MemberCall,
  result: ChangeEntryResult,
  seen: Entry,
  { alternatives = [], besides }: ChangeWords = {},
): Promise<Reply> {
  const entry = result.kind === 'changed' ? result.current : result.subject;
  if (entry === undefined) return ENTRY_GONE;
  const moved = entry.date !== seen.date;
  const [before, left, task] = await Promise.all([
    entriesAround(call, entry.date),
    moved ? entriesAround(call, seen.date) : [],
    nameTask(call, entry.task),
    noteNewTags(call, entry.tags, entry.id),
  ]);
  const others = before.filter(({ id }) => id !== entry.id && id !== seen.id);
  const written = result.kind === 'done' || result.kind === 'already done';
  const undo = written ? encodeUndo(result.undo) : besides?.undo;
  const oldTotal = dayTotal(left, seen.date, { now: [], gone: [seen] });
  return confirm({
    done: doneWords(result, besides !== undefined),
    entry,
    today: call.today,
    dayTotal: dayTotal(before, entry.date, { now: [entry], gone: [seen] }),
    otherDays: moved ? [dayLine(seen.date, oldTotal, call.today)] : [],
    warnings: warningsFor(entry, others),
    alternatives: written ? alternatives : [],
    nearMisses: nearMisses(call, entry.tags, entry.id),
    ...(undo === undefined ? {} : { undo }),
    ...(besides === undefined ? {} : { before: besides.line }),
    ...(task === undefined ? {} : { task }),
  });
}

function doneWords({ kind }: ChangeEntryResult, besides: boolean): string {
  if (kind === 'changed') return 'Not changed, somebody was faster:';
  if (kind === 'unchanged') return besides ? 'Logged on it:' : 'Unchanged:';
  return 'Changed:';
}
