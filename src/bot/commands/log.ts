import type { Entry } from '../../entry.ts';
import type { LogReading } from '../../phrase/reading.ts';
import { lookUpTask } from '../../store/directory.ts';
import { type LogResult, logEntries } from '../../store/log-entries.ts';
import { type AnsweredOtherwise, logOnce } from '../../store/log-once.ts';
import type { TaskNumber } from '../../task.ts';
import { warningsFor } from '../../warning.ts';
import type { MemberCall } from '../call.ts';
import { dayTotal, entriesAround } from '../day.ts';
import { confirm } from '../messages/confirmation.ts';
import type { NamedTask } from '../messages/missing-task.ts';
import { dayWords, entryLine } from '../messages/words.ts';
import { nearMisses, noteNewTags } from '../new-tags.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { encodeUndo } from '../wire/undo-value.ts';

/** Said when both buttons of a question were pressed. */
export const ANSWERED = plainReply('You answered that already. `/track today` shows how things stand.');

/** Keeps what a line says and echoes it. A request that comes again gets the same answer and keeps nothing twice. */
export function log(call: MemberCall, reading: LogReading): Promise<Reply> {
  const { store, member, requestId } = call;
  return echo(call, reading, logEntries(store, member, requestId, [reading.content]));
}

/** The same for a request that may come again saying something else: its first answer is the one that counts. */
export function logFirst(call: MemberCall, reading: LogReading): Promise<Reply> {
  const { store, member, requestId } = call;
  return echo(call, reading, logOnce(store, member, requestId, reading.content));
}

/** Echoes what was kept of a reading, while or after it is kept. */
export async function echo(
  call: MemberCall,
  { content, assumed, alternatives }: LogReading,
  keeping: LogResult | AnsweredOtherwise | Promise<LogResult | AnsweredOtherwise>,
): Promise<Reply> {
  const [before, result, task] = await Promise.all([
    entriesAround(call, content.date),
    keeping,
    nameTask(call, content.task),
    noteNewTags(call, content.tags),
  ]);
  if (result.kind === 'answered otherwise') return ANSWERED;
  const [entry] = result.entries;
  if (entry === undefined || result.undone === true) return takenBack(call, entry);
  // What an earlier delivery kept may lie on another day.
  const around = entry.date === content.date ? before : await entriesAround(call, entry.date);
  const asSaid = result.kind === 'logged' || entry.date === content.date;
  return confirm({
    done: 'Logged',
    entry,
    today: call.today,
    dayTotal: dayTotal(around, entry.date, { now: [entry] }),
    undo: encodeUndo(result.undo),
    ...(asSaid ? { assumed, alternatives } : {}),
    warnings: warningsFor(
      entry,
      around.filter(({ id }) => id !== entry.id),
    ),
    nearMisses: nearMisses(call, entry.tags),
    ...(task === undefined ? {} : { task }),
  });
}

/** What is known of the task with this number; `undefined` when none is named. */
export async function nameTask(
  call: MemberCall,
  number: TaskNumber | undefined,
): Promise<NamedTask | undefined> {
  if (number === undefined) return undefined;
  const { store, member, directory } = call;
  const found = await lookUpTask(store, member, number);
  if (found.kind === 'never made') return { kind: 'missing', number };
  if (found.kind === 'there') return { kind: 'known', task: found.task };
  const heir = (await directory.read(store, member)).gone.get(number);
  return { kind: 'deleted', number, ...(heir === undefined ? {} : { heir }) };
}

function takenBack(call: MemberCall, entry: Entry | undefined): Reply {
  const which = entry === undefined ? '' : `: ${entryLine(entry)} · ${dayWords(entry.date, call.today)}`;
  return plainReply(
    `That was logged before, and taken back since${which}. \`/track redo\` may bring it back.`,
  );
}
