import { settingsOf } from '../../member.ts';
import { writePrefs } from '../../store/prefs.ts';
import { isLocalDate } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { plainReply } from '../slack/blocks.ts';
import { openLogForm } from '../views/open-forms.ts';
import { answerTo, type Press, type PressHandler } from './press.ts';

/** Opens the log form for a day that a digest names; the digest stays in sight. */
export const logDayPressed: PressHandler = (call, press) => openForDay(call, press, 'add');

/** Opens the log form from a reminder; what was logged takes the reminder's place. */
export const logNowPressed: PressHandler = (call, press) => openForDay(call, press, 'replace');

function openForDay(call: MemberCall, press: Press, how: 'replace' | 'add') {
  const { value } = press;
  const date = isLocalDate(value) && value <= call.today ? value : call.today;
  const answer = answerTo(press, how);
  const replaces = answer?.how === 'replace' ? { ...answer, reminder: date } : answer;
  return openLogForm(call, replaces, { date });
}

/** Takes a reminder away; it comes once a day anyhow. One of another day says nothing of today's. */
export const notTodayPressed: PressHandler = async ({ today }, { value }) =>
  plainReply(
    value === today
      ? ':ok_hand: No more reminders today. `/track remind off` stops them for good.'
      : ':ok_hand: Put away. `/track remind off` stops reminders for good.',
  );

/** Stops all reminders. */
export const stopRemindersPressed: PressHandler = async (call) => {
  const { reminderTime, ...rest } = settingsOf(call.prefs);
  if (reminderTime === undefined) return plainReply('Reminders are off already.');
  const result = await writePrefs(call.store, call.member, call.prefs, rest);
  return plainReply(
    result.kind === 'done'
      ? `:ok_hand: No more reminders. \`/track remind at ${reminderTime}\` brings them back.`
      : 'Not stopped: your settings were changed a moment ago. `/track remind off` stops reminders.',
  );
};
