import type { Entry } from '../../entry.ts';
import type { Alternative } from '../../phrase/reading.ts';
import type { ChangeResult } from '../../store/change-entry.ts';
import { warningsFor } from '../../warning.ts';
import type { MemberCall } from '../call.ts';
import { dayTotal, entriesAround } from '../day.ts';
import { confirm } from '../messages/confirmation.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import type { Reply } from '../slack/blocks.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import { nameTask } from './log.ts';

/** Echoes an entry after a change of it: as it stands now, its day's total, and what to press. `seen` is how it stood before. */
export async function changeReply(
  call: MemberCall,
  result: ChangeResult,
  seen: Entry,
  alternatives: readonly Alternative[] = [],
): Promise<Reply> {
  const entry = result.kind === 'changed' ? result.current : result.entry;
  if (entry === undefined) return ENTRY_GONE;
  const [before, task] = await Promise.all([entriesAround(call, entry.date), nameTask(call, entry.task)]);
  const others = before.filter(({ id }) => id !== entry.id && id !== seen.id);
  const written = result.kind === 'done' || result.kind === 'already done';
  return confirm({
    done: written
      ? 'Changed:'
      : result.kind === 'changed'
        ? 'Not changed, somebody was faster:'
        : 'Unchanged:',
    entry,
    today: call.today,
    dayTotal: dayTotal(before, entry.date, { now: [entry], gone: [seen] }),
    warnings: warningsFor(entry, others),
    ...(written ? { undo: encodeUndo(result.undo), alternatives } : {}),
    ...(task === undefined ? {} : { task }),
  });
}
