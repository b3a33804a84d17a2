import type { Entry } from '../../entry.ts';
import { readTask } from '../../store/directory.ts';
import type { Moved } from '../../store/moved.ts';
import type { RedoResult, UndoChangeResult, UndoResult } from '../../store/undo.ts';
import { underItsHeir } from '../../task-place.ts';
import type { LocalDate } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { dayTotal, entriesAround } from '../day.ts';
import { againWords, changeWords, movedLines } from '../messages/moved.ts';
import { dayLine } from '../messages/words.ts';
import { context, plainReply, type Reply, reply, section } from '../slack/blocks.ts';

/** Answers an undo: what it was about, how things stand now, and the way forward again. */
export async function undoReply(call: MemberCall, result: UndoResult | UndoChangeResult): Promise<Reply> {
  switch (result.kind) {
    case 'undone': {
      const timer =
        result.timerNotRestored === true ? ['Another timer runs by now, so the old one was left alone.'] : [];
      return movedReply(
        call,
        `:leftwards_arrow_with_hook: Undone: ${changeWords(result.what, result.moved)}.`,
        result.moved,
        [...timer, '`/track redo` brings it back.'],
      );
    }
    case 'nothing':
      return plainReply('There is nothing to undo: nothing was changed in the last 30 days.');
    case 'already done':
      return plainReply('That is undone already. `/track redo` brings it back.');
    case 'skipped':
      return standingReply(
        call,
        `Not undone: somebody else has changed what ${changeWords(result.what, result.stands)} was about, so it stays as it is now.`,
        result.stands,
        'The next `/track undo` takes the change before it.',
      );
    case 'changed since':
      return standingReply(
        call,
        'Not undone: it was undone, edited or deleted since.',
        result.stands,
        '`/track list` shows your entries, and `/track undo` takes back your last change.',
      );
    default:
      return result satisfies never;
  }
}

/** Answers a redo in the same way. */
export async function redoReply(call: MemberCall, result: RedoResult): Promise<Reply> {
  switch (result.kind) {
    case 'redone':
      return movedReply(
        call,
        `:arrow_right_hook: ${againWords(result.what)} ${changeWords(result.what, result.moved)}.`,
        result.moved,
        ['`/track undo` takes it away again.'],
      );
    case 'nothing':
      return plainReply('There is nothing to redo: no undo came after your last change.');
    case 'already done':
      return plainReply('That is brought back already. `/track undo` takes it away again.');
    case 'changed since':
      return standingReply(
        call,
        `Not brought back: what ${changeWords(result.what, result.stands)} was about has changed since.`,
        result.stands,
        '`/track list` shows your entries.',
      );
    default:
      return result satisfies never;
  }
}

/** Says why a change can't be taken back, and what stands now. */
function standingReply(call: MemberCall, why: string, stands: Moved, small: string): Reply {
  const lines = [why, ...movedLines(stands, call.today)].filter((line) => line !== '');
  return reply([...lines, small].join('\n'), [section(lines.join('\n')), context(small)]);
}

async function movedReply(
  call: MemberCall,
  title: string,
  moved: Moved,
  small: readonly string[],
): Promise<Reply> {
  const [tasks, totals] = await Promise.all([movedTasks(call, moved), dayTotals(call, moved)]);
  const lines = [title, ...movedLines({ ...moved, tasks }, call.today)].filter((line) => line !== '');
  const below = [...totals, ...small];
  return reply([...lines, ...below].join('\n'), [section(lines.join('\n')), context(below.join('\n'))]);
}

/** The tasks that moved as everybody sees them, each under the parent that is there. */
async function movedTasks(call: MemberCall, moved: Moved): Promise<Moved['tasks']> {
  if (moved.tasks.length === 0) return [];
  await noteTasks(call, moved);
  const settled = await call.directory.read(call.store, call.member);
  return moved.tasks.map(({ before, after }) => ({
    ...(before === undefined ? {} : { before: underItsHeir(before, settled) }),
    ...(after === undefined ? {} : { after: underItsHeir(after, settled) }),
  }));
}

/** Lets the directory know of tasks that moved, as they stand now: others may have changed more about them. */
async function noteTasks({ store, member, directory }: MemberCall, { tasks }: Moved): Promise<void> {
  const { workspaceId } = member;
  await Promise.all(
    tasks.map(async ({ before, after }) => {
      const seen = after ?? before;
      if (seen === undefined) return;
      const now = await readTask(store, workspaceId, seen);
      directory.note(workspaceId, now ?? seen, now === undefined);
    }),
  );
}

/** The new total of each day whose entries moved. */
async function dayTotals(call: MemberCall, { entries }: Moved): Promise<string[]> {
  const sides = entries
    .flatMap(({ before, after }) => [before, after])
    .filter((entry) => entry !== undefined);
  const days = [...new Set(sides.map(({ date }) => date))].sort();
  return Promise.all(days.map((date) => totalLine(call, date, entries)));
}

async function totalLine(call: MemberCall, date: LocalDate, entries: Moved['entries']): Promise<string> {
  const before = await entriesAround(call, date);
  const now = entries.flatMap(({ after }): Entry[] => (after === undefined ? [] : [after]));
  const gone = entries.flatMap(({ before: old }): Entry[] => (old === undefined ? [] : [old]));
  return dayLine(date, dayTotal(before, date, { now, gone }), call.today);
}
