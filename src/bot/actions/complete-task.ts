import { ENTRY_GONE } from '../messages/entry-gone.ts';
import { dayWords, entryLine } from '../messages/words.ts';
import { chooseTaskForm, taskForm } from '../views/small-forms.ts';
import { pressedEntry } from './find-entry.ts';
import { openFor } from './open-entry-form.ts';
import type { PressHandler } from './press.ts';

/** Asks for the title of the task that an entry names and nobody has made yet. */
export const createTask: PressHandler = async (call, press) => {
  const entry = await pressedEntry(call, press.value);
  const number = entry?.task;
  if (number === undefined) return ENTRY_GONE;
  return openFor(call, press, (_, state) => taskForm(state, number));
};

/** Asks which of the existing tasks was meant. */
export const chooseTask: PressHandler = (call, press) =>
  openFor(call, press, (entry, state) =>
    chooseTaskForm(state, `${entryLine(entry, 60)} · ${dayWords(entry.date, call.today)}`),
  );
