import type { Entry } from '../../entry.ts';
import type { LogReading } from '../../phrase/reading.ts';
import { findTask } from '../../store/directory.ts';
import { logEntries } from '../../store/log-entries.ts';
import type { TaskNumber } from '../../task.ts';
import { warningsFor } from '../../warning.ts';
import type { MemberCall } from '../call.ts';
import { dayTotal, entriesAround } from '../day.ts';
import { confirm, type NamedTask } from '../messages/confirmation.ts';
import { dayWords, entryLine } from '../messages/words.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { encodeUndo } from '../wire/undo-value.ts';

/** Keeps what a line says and echoes it. A request that comes again gets the same answer and keeps nothing twice. */
export async function log(call: MemberCall, reading: LogReading): Promise<Reply> {
  const { content, assumed, alternatives } = reading;
  const [before, result, task] = await Promise.all([
    entriesAround(call, content.date),
    logEntries(call.store, call.member, call.requestId, [content]),
    nameTask(call, content.task),
  ]);
  const entry = result.entries[0];
  if (entry === undefined || result.undone === true) return takenBack(call, entry);
  const others = before.filter(({ id }) => id !== entry.id);
  return confirm({
    done: 'Logged',
    entry,
    today: call.today,
    dayTotal: dayTotal(before, entry.date, { now: [entry] }),
    undo: encodeUndo(result.undo),
    assumed,
    alternatives,
    warnings: warningsFor(entry, others),
    ...(task === undefined ? {} : { task }),
  });
}

/** What is known of the task with this number; `undefined` when none is named. */
export async function nameTask(
  call: MemberCall,
  number: TaskNumber | undefined,
): Promise<NamedTask | undefined> {
  if (number === undefined) return undefined;
  const task = await findTask(call.store, call.member, number);
  return task === undefined ? { kind: 'missing', number } : { kind: 'known', task };
}

function takenBack(call: MemberCall, entry: Entry | undefined): Reply {
  const which = entry === undefined ? '' : `: ${entryLine(entry)} · ${dayWords(entry.date, call.today)}`;
  return plainReply(
    `That was logged before, and taken back since${which}. \`/track redo\` may bring it back.`,
  );
}
