import { findTask } from '../../store/directory.ts';
import { openLogForm } from '../views/open-forms.ts';
import { decodePrefill } from '../wire/prefill.ts';
import { answerTo, type PressHandler } from './press.ts';

/** Opens the log form, with the tag or task of the button in it. */
export const logTimePressed: PressHandler = async (call, press) => {
  const { tag, task: number } = decodePrefill(press.value) ?? {};
  const task = number === undefined ? undefined : await findTask(call.store, call.member, number);
  return openLogForm(call, answerTo(press, 'add'), {
    ...(tag === undefined ? {} : { tags: `#${tag}` }),
    ...(task === undefined ? {} : { task: { number: task.number, title: task.title } }),
  });
};
