import { resume } from '../commands/resume.ts';
import { sealState } from '../views/form-state.ts';
import { FORM_NOT_OPENED } from '../views/open-forms.ts';
import { startForm } from '../views/timer-forms.ts';
import { decodeTimer } from '../wire/timer-value.ts';
import { answerTo, type PressHandler } from './press.ts';
import { timerGone } from './pressed-timer.ts';

/** Opens the form that asks what to start the timer for. */
export const startPressed: PressHandler = async (call, press) => {
  const answer = answerTo(press);
  const state = sealState(
    { member: call.member.memberId, round: 0, ...(answer === undefined ? {} : { answer }) },
    call.seal,
  );
  const opened = await call.slack.openView(call.triggerId, startForm(state));
  return opened ? undefined : FORM_NOT_OPENED;
};

/** Goes on with what the last entry was for, as `/track resume` does, where the timer still is as it was seen. */
export const resumeLastPressed: PressHandler = (call, { value }) =>
  decodeTimer(value)?.version === call.home.timer.version ? resume(call) : timerGone(call);
