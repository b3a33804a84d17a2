import { isDeepStrictEqual } from 'node:util';
import type { Entry, EntryContent } from '../../entry.ts';
import type { LogReading } from '../../phrase/reading.ts';
import type { LogResult } from '../../store/log-entries.ts';
import { logAllOnce } from '../../store/log-once.ts';
import { warningsFor } from '../../warning.ts';
import type { MemberCall } from '../call.ts';
import { ANSWERED, nameTask } from '../commands/log.ts';
import { dayTotal, entriesAround, totalWords } from '../day.ts';
import { guessWords } from '../messages/confirmation.ts';
import { cropButtonsAmong, type Overlap } from '../messages/crop-buttons.ts';
import { confirmTogether } from '../messages/logged-together.ts';
import { notThereWords } from '../messages/missing-task.ts';
import { MOST_NEAR, nearMissButton, nearMissWords } from '../messages/near-miss.ts';
import { warningWords } from '../messages/warning-words.ts';
import { dayLine } from '../messages/words.ts';
import { type NearMiss, nearMisses, noteNewTags } from '../new-tags.ts';
import { type Button, plainReply } from '../slack/blocks.ts';
import { encodeUndo } from '../wire/undo-value.ts';
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
    fixes: fixButtons(told, entries),
    undo: encodeUndo(undo),
  });
  return { kind: 'answer', title: 'Logged', reply };
}

const TAKEN_BACK = plainReply(
  'Those lines were logged before, and taken back since. `/track redo` may bring them back.',
);

type Doubts = {
  readonly entry: Entry;
  readonly overlaps: readonly Overlap[];
  readonly nearMisses: readonly NearMiss[];
  readonly remarks: readonly string[];
};

type Surroundings = {
  readonly entries: readonly Entry[];
  readonly around: readonly Entry[];
  readonly reading: LogReading | undefined;
};

/** What is to be remarked on one of the entries, and what of it a press can put right. */
function doubtsOf(call: MemberCall, entry: Entry, { entries, around, reading }: Surroundings): Doubts {
  const others = [...entries, ...around].filter(({ id }) => id !== entry.id);
  const warnings = warningsFor(entry, [...new Map(others.map((other) => [other.id, other])).values()]);
  const misses = nearMisses(before(call, entries), entry.tags);
  const words = [
    ...guessWords(reading?.assumed ?? []),
    ...warnings.map(warningWords),
    ...misses.map(nearMissWords),
  ];
  return {
    entry,
    overlaps: warnings.flatMap((warning) =>
      warning.kind === 'overlap' ? [{ entry, other: warning.with }] : [],
    ),
    nearMisses: misses,
    remarks: words.map((line) => `↳ ${line}`),
  };
}

/** The member as before these lines: what an earlier delivery of them kept makes no tag known. */
function before(call: MemberCall, entries: readonly Entry[]): MemberCall {
  const own = new Set(entries.map(({ id }) => id));
  return { ...call, home: { ...call.home, entries: call.home.entries.filter(({ id }) => !own.has(id)) } };
}

/** The ways out of overlaps, each once, and of likely slips. */
function fixButtons(told: readonly Doubts[], entries: readonly Entry[]): readonly Button[] {
  const place = new Map(entries.map(({ id }, index) => [id, index]));
  const isLater = ({ entry, other }: Overlap) => (place.get(entry.id) ?? 0) > (place.get(other.id) ?? -1);
  const overlaps = told.flatMap((one) => one.overlaps.filter(isLater));
  const misses = told.flatMap(({ entry, nearMisses: found }) => found.map((miss) => ({ entry, miss })));
  return [
    ...cropButtonsAmong(overlaps),
    ...misses.slice(0, MOST_NEAR).map(({ entry, miss }, index) => nearMissButton(entry, miss, index)),
  ];
}

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
