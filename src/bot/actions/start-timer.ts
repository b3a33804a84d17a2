import { resume } from '../commands/resume.ts';
import { openForm } from '../views/open-form.ts';
import { startForm } from '../views/timer-forms.ts';
import { decodeTimer } from '../wire/timer-value.ts';
import { answerTo, type PressHandler } from './press.ts';
import { timerGone } from './pressed-timer.ts';

/** Opens the form that asks what to start the timer for. */
export const startPressed: PressHandler = (call, press) => openForm(call, answerTo(press), {}, startForm);

/** Goes on with what the last entry was for, as `/track resume` does, where the timer still is as it was seen. */
export const resumePressed: PressHandler = (call, { value }) =>
  decodeTimer(value)?.version === call.home.timer.version ? resume(call) : timerGone(call);
