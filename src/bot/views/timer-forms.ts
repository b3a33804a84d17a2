import { type LikelyEnd, likelyEnd } from '../../overnight.ts';
import { wallTimeOf } from '../../time.ts';
import type { Running } from '../../timer.ts';
import type { MemberCall } from '../call.ts';
import { ranWords } from '../messages/timer-words.ts';
import { clockTime } from '../messages/words.ts';
import { type Block, section, type View } from '../slack/blocks.ts';
import { FORM, filled, modal, textField } from './form.ts';

/** The ids of the fields of the timer's forms. */
export const TIMER_FIELD = { what: 'what', ended: 'ended', more: 'more' } as const;

const LONGEST_LINE = 3000;

/** Asks what to start a timer for, in the words of a line. */
export function startForm(state: string): View {
  return modal({
    callback: FORM.startTimer,
    title: 'Start the timer',
    submit: 'Start',
    state,
    blocks: [whatField('What are you working on?')],
  });
}

/** Asks what to switch to, in the words of a line. */
export function switchForm(state: string, timer: Running, call: MemberCall): View {
  return modal({
    callback: FORM.switchTimer,
    title: 'Switch the timer',
    submit: 'Switch',
    state,
    blocks: [
      section(`:stopwatch: Running for ${ranWords(timer, contextOf(call))}. It is stopped and logged.`),
      whatField('What do you go on with?'),
    ],
  });
}

function whatField(label: string): Block {
  return textField({
    id: TIMER_FIELD.what,
    label,
    placeholder: '#team task-12 call with Kim',
    hint: 'Tags, a task, a note; “at 14:30” or “10 minutes ago” if you began before now.',
    optional: true,
    maxLength: LONGEST_LINE,
    focus: true,
  });
}

/** Asks when a forgotten timer really ended; filled with when it probably did, and with what was said at the stop. */
export function stoppedAtForm(state: string, timer: Running, call: MemberCall, said: string): View {
  const end = likelyEnd(timer, signsOf(call), call.now);
  return modal({
    callback: FORM.stoppedAt,
    title: 'When did you stop?',
    submit: 'Log it',
    state,
    blocks: [
      section(`:stopwatch: Running for ${ranWords(timer, contextOf(call))}.`),
      textField({
        id: TIMER_FIELD.ended,
        label: 'Stopped at',
        placeholder: '17:30, yesterday at 6pm, 20 minutes ago',
        hint: hintOf(end),
        value: clockTime({ ...wallTimeOf(end.at, call.prefs.zone), second: 0 }),
        maxLength: 100,
        focus: true,
      }),
      textField({
        id: TIMER_FIELD.more,
        label: 'Anything to add?',
        placeholder: '#client 12 pages, the first draft',
        optional: true,
        maxLength: LONGEST_LINE,
        ...filled(said),
      }),
    ],
  });
}

/** When the member was seen: each entry was logged or changed at its version, and one by clock times ended then. */
function signsOf({ home }: MemberCall): readonly number[] {
  return home.entries.flatMap(({ version, clock }) => [
    version,
    ...(clock === undefined ? [] : [clock.endedAt]),
  ]);
}

function hintOf({ isSeen }: LikelyEnd): string {
  return isSeen
    ? 'Filled in: when you last logged something that day.'
    : 'Filled in is only a guess, 8 hours or midnight: please put your own time there.';
}

function contextOf({ now, prefs }: MemberCall) {
  return { now, zone: prefs.zone };
}
