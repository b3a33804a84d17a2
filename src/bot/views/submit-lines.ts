import { isDeepStrictEqual } from 'node:util';
import type { EntryContent } from '../../entry.ts';
import type { LogReading } from '../../phrase/reading.ts';
import type { LogResult } from '../../store/log-entries.ts';
import { logAllOnce } from '../../store/log-once.ts';
import type { MemberCall } from '../call.ts';
import { ANSWERED, nameTask } from '../commands/log.ts';
import { dayTotal, entriesAround, totalWords } from '../day.ts';
import { confirmTogether } from '../messages/logged-together.ts';
import { notThereWords } from '../messages/missing-task.ts';
import { dayLine } from '../messages/words.ts';
import { noteNewTags } from '../new-tags.ts';
import { plainReply } from '../slack/blocks.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import { doubtsOf, fixButtons } from './doubts-of-lines.ts';
import { FIELD } from './entry-form.ts';
import type { Outcome } from './submission.ts';

/** Said at the lines of a form that was sent before and said something else then. */
export const SENT_BEFORE =
  'This form was sent before, and what it said then is kept: /track list shows it. Please send what is new in a fresh form.';

/** How many days of one form get their totals, and how many tasks are looked up: beyond that nobody reads them. */
const MOST_DAYS = 7;
const MOST_TASKS = 10;

/** Logs everything that a form says with several lines: all or none, once, and one step of undo. */
export async function submitLines(
  call: MemberCall,
  formId: string,
  readings: readonly LogReading[],
): Promise<Outcome> {
  const { store, member, today } = call;
  const contents = readings.map(({ content }) => content);
  const days = [...new Set(contents.map(({ date }) => date))].sort().reverse().slice(0, MOST_DAYS);
  const [before, result, missing] = await Promise.all([
    Promise.all(days.map((day) => entriesAround(call, day))),
    logAllOnce(store, member, formId, contents),
    missingTasks(call, contents),
    noteNewTags(
      call,
      contents.flatMap(({ tags }) => tags),
    ),
  ]);
  if (result.kind === 'answered otherwise') return { kind: 'answer', title: 'Logged', reply: ANSWERED };
  if (result.undone === true) return { kind: 'answer', title: 'Not saved', reply: TAKEN_BACK };
  if (!saysTheSame(result, contents)) return { kind: 'errors', errors: { [FIELD.lines]: SENT_BEFORE } };
  const { entries, undo } = result;
  const around = [...new Map(before.flat().map((entry) => [entry.id, entry])).values()];
  const small = [
    ...days.map((day) => dayLine(day, dayTotal(around, day, { now: entries }), today)),
    ...missing,
  ];
  const told = entries.map((entry, index) =>
    doubtsOf(call, entry, { entries, around, reading: readings[index] }),
  );
  const reply = confirmTogether({
    entries: told.map(({ entry, remarks }) => ({ entry, remarks })),
    today,
    total: totalWords(entries),
    small,
    fixes: fixButtons(told),
    undo: encodeUndo(undo),
  });
  return { kind: 'answer', title: 'Logged', reply };
}

const TAKEN_BACK = plainReply(
  'Those lines were logged before, and taken back since. `/track redo` may bring them back.',
);

/** Which of the named tasks are not there, as lines of mrkdwn. */
async function missingTasks(call: MemberCall, contents: readonly EntryContent[]): Promise<readonly string[]> {
  const numbers = [...new Set(contents.flatMap(({ task }) => task ?? []))].slice(0, MOST_TASKS);
  const named = await Promise.all(numbers.map((number) => nameTask(call, number)));
  return named.flatMap((task) =>
    notThereWords(task).map(
      (words) =>
        `${words} What you logged on it is kept either way; \`/track task new\` makes one, and Edit in \`/track list\` moves it there.`,
    ),
  );
}

/** False where an earlier delivery of the form kept something else. */
function saysTheSame({ kind, entries }: LogResult, contents: readonly EntryContent[]): boolean {
  if (kind === 'logged') return true;
  return isDeepStrictEqual(entries.map(amountOf), contents.map(amountOf));
}

function amountOf({ date, seconds, clock, measures, tags, task, note }: EntryContent) {
  return { date, seconds, clock, measures, tags, task, note };
}
