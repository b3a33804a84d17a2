import { findTask } from '../../store/directory.ts';
import { lastNumber } from '../../store/numbers.ts';
import { isWithinReach } from '../../task.ts';
import { changeReply } from '../commands/change-reply.ts';
import { pressedEntry } from '../find-entry.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import { dayWords, entryLine } from '../messages/words.ts';
import { chooseTaskForm, taskForm } from '../views/small-forms.ts';
import { openEntryForm, openFor } from './open-entry-form.ts';
import { answerTo, type PressHandler } from './press.ts';

/**
 * Asks for the title of the task that an entry names and nobody has made yet. One that somebody made meanwhile is shown
 * instead; where the number is gone for good, or lies far beyond the last one given, the next free one is offered.
 */
export const createTask: PressHandler = async (call, press) => {
  const entry = await pressedEntry(call, press.value);
  const named = entry?.task;
  if (entry === undefined || named === undefined) return ENTRY_GONE;
  const [task, last] = await Promise.all([
    findTask(call.store, call.member, named),
    lastNumber(call.store, call.member.workspaceId),
  ]);
  if (task !== undefined) return changeReply(call, { kind: 'unchanged', subject: entry }, entry);
  const number = isWithinReach(named, last) ? named : last + 1;
  return openEntryForm(call, entry, answerTo(press), (state) => taskForm(state, number, named), {
    task: number,
  });
};

/** Asks which of the existing tasks was meant. */
export const chooseTask: PressHandler = (call, press) =>
  openFor(call, press, (entry, state) =>
    chooseTaskForm(state, `${entryLine(entry, 60)} · ${dayWords(entry.date, call.today)}`),
  );
