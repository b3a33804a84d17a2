import { answerStandsUntil } from '../../overnight.ts';
import { keepTimer } from '../../store/change-timer.ts';
import { cancel } from '../commands/cancel.ts';
import { asStart } from '../commands/resume.ts';
import { start } from '../commands/start.ts';
import { timerReply } from '../commands/status.ts';
import { findEntry } from '../find-entry.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import { ranWords, timerControls } from '../messages/timer-words.ts';
import { undoButton } from '../messages/undo-button.ts';
import { reply, section } from '../slack/blocks.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import type { PressHandler } from './press.ts';
import { pressedTimer } from './pressed-timer.ts';

/** Drops the timer that the button is about. */
export const cancelPressed: PressHandler = async (call, { value }) => {
  const pressed = await pressedTimer(call, value);
  return pressed.kind === 'gone' ? pressed.reply : cancel(call, pressed.timer);
};

/** Lets a timer that ran over night run on; nobody asks again before midnight. */
export const keepPressed: PressHandler = async (call, { value }) => {
  const pressed = await pressedTimer(call, value);
  if (pressed.kind === 'gone') return pressed.reply;
  const { zone } = call.prefs;
  const until = answerStandsUntil(call.now, zone);
  const result = await keepTimer(call.store, call.member, call.requestId, pressed.timer, until);
  if (result.kind === 'changed' || result.timer.state === 'idle') {
    return timerReply(call, result.timer, 'Your timer was changed a moment ago.');
  }
  const line = `:stopwatch: It runs on: ${ranWords(result.timer, { now: call.now, zone })}. I’ll ask again after midnight.`;
  const undo = undoButton(encodeUndo(result.undo));
  return reply(line, [section(line), timerControls(result.timer, [undo])]);
};

/** Stops what runs, and goes on with what the entry was for. */
export const resumeLastPressed: PressHandler = async (call, { value }) => {
  const pressed = await pressedTimer(call, value);
  if (pressed.kind === 'gone') return pressed.reply;
  const { entry: ref } = pressed.value;
  const entry = ref === undefined ? undefined : await findEntry(call, ref);
  return entry === undefined ? ENTRY_GONE : start(call, asStart(entry), 'resume');
};
