import type { MemberCall } from '../call.ts';
import type { View } from '../slack/blocks.ts';
import { typedText } from '../slack/typed-text.ts';
import { openForm } from '../views/open-form.ts';
import { stoppedAtForm, switchForm } from '../views/timer-forms.ts';
import { answerTo, type Press, type PressHandler } from './press.ts';
import { type PressedTimer, pressedTimer } from './pressed-timer.ts';

/** Opens the form that asks what to switch to. */
export const switchPressed: PressHandler = (call, press) =>
  openFor(call, press, ({ timer }, state) => switchForm(state, timer, call));

/** Opens the form that asks when a forgotten timer ended; what was said with the stop stands in it. */
export const stoppedAtPressed: PressHandler = (call, press) =>
  openFor(call, press, ({ timer, value: { line = '' } }, state) =>
    stoppedAtForm(
      state,
      timer,
      call,
      typedText(line)
        .trim()
        .replace(/^\S+\s*/, ''),
    ),
  );

async function openFor(
  call: MemberCall,
  press: Press,
  build: (pressed: Extract<PressedTimer, { readonly kind: 'runs' }>, state: string) => View,
) {
  const pressed = await pressedTimer(call, press.value);
  if (pressed.kind === 'gone') return pressed.reply;
  return openForm(call, answerTo(press), { timer: pressed.timer.version }, (state) => build(pressed, state));
}
