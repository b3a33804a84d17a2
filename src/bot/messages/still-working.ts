import { formatDuration, LONGEST_ENTRY } from '../../duration.ts';
import { secondsRun } from '../../overnight.ts';
import type { Running } from '../../timer.ts';
import {
  actions,
  type Block,
  button,
  divider,
  fitsButton,
  type OwnReply,
  plainReply,
  type Reply,
  reply,
  section,
} from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeTimer } from '../wire/timer-value.ts';
import { ranWords, type TimerContext } from './timer-words.ts';

/** The id of the question's buttons where it stands above another answer, which is not replaced by a press. */
export const QUESTION_ABOVE = 'still-working-above';

/** Slack's limit for the blocks of one message. */
const MOST_BLOCKS = 50;

/**
 * Asks whether a timer that ran over night should still run, with every way out. `line` is what was typed to stop it: its
 * words are kept for the entry.
 */
export function stillWorking(timer: Running, context: TimerContext, line?: string): Reply {
  const said = questionWords(timer, context);
  return reply(said, [section(said), answers(timer, context, 'still-working', line)]);
}

/** What takes the place of an older question about the same timer. */
export function askedAgain(): Reply {
  return plainReply(
    ':crescent_moon: I asked again since, further down: whether your timer should still run.',
  );
}

/** The same above another answer that the member alone sees, where it fits. */
export function withStillWorking(answer: OwnReply, timer: Running, context: TimerContext): OwnReply {
  const question = [
    section(questionWords(timer, context)),
    answers(timer, context, QUESTION_ABOVE),
    divider(),
  ];
  if (question.length + answer.blocks.length > MOST_BLOCKS) return answer;
  const text = `${questionWords(timer, context)}\n\n${answer.text}`;
  return reply(text, [...question, ...answer.blocks]);
}

function questionWords(timer: Running, context: TimerContext): string {
  const why =
    secondsRun(timer, context.now) > LONGEST_ENTRY
      ? 'That is more than a day, so it can’t be logged as it is: say when you stopped.'
      : 'Nothing is logged until you say so.';
  return `:crescent_moon: *Still working?* Your timer has run for ${ranWords(timer, context)}. ${why}`;
}

function answers(timer: Running, { now }: TimerContext, blockId: string, line?: string): Block {
  const plain = encodeTimer(timer);
  const withLine = encodeTimer(timer, line === undefined ? {} : { line });
  const value = fitsButton(withLine) ? withLine : plain;
  const seconds = secondsRun(timer, now);
  const stopNow = `Stop now: ${formatDuration(Math.floor(seconds / 60) * 60)}`;
  return actions(blockId, [
    button({ action: ACTION.keepTimer, text: 'Keep running', value: plain }),
    button({ action: ACTION.stoppedAt, text: 'Stopped at…', value, style: 'primary' }),
    ...(seconds > LONGEST_ENTRY ? [] : [button({ action: ACTION.stopNow, text: stopNow, value })]),
    button({
      action: ACTION.cancelTimer,
      text: 'Discard',
      value: plain,
      label: 'Drop the timer and log nothing',
    }),
  ]);
}
