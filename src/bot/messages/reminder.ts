import { formatDuration, type Seconds } from '../../duration.ts';
import type { LocalDate } from '../../time.ts';
import { actions, button, context, plainReply, type Reply, reply, section } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { dayWords } from './words.ts';

/** What a reminder tells: how much of the day's target is logged. */
export type Shortfall = { readonly date: LocalDate; readonly logged: Seconds; readonly target: Seconds };

/** Tells a member who is short of the day's target, with the form at hand and the way to be left alone. */
export function reminderMessage({ date, logged, target }: Shortfall, today: LocalDate): Reply {
  const day = dayWords(date, today);
  const said =
    logged === 0
      ? `:wave: Nothing logged for ${day}. Your target is *${formatDuration(target)}*.`
      : `:wave: ${capital(day)}: *${formatDuration(logged)}* of your *${formatDuration(target)}*, so *${formatDuration(target - logged)}* to go.`;
  const hint = 'Or type it in one line: `/track 45m #writing`.';
  return reply(`${said}\n${hint}`, [
    section(said),
    actions('reminder', [
      button({ action: ACTION.logNow, text: 'Log now', value: date, style: 'primary' }),
      button({ action: ACTION.notToday, text: 'Not today', value: date }),
      button({
        action: ACTION.stopReminders,
        text: 'Stop reminders',
        value: '-',
        label: 'Stop all reminders',
      }),
    ]),
    context(hint),
  ]);
}

/** What takes a reminder's place once the day has reached its target: nothing is left to press. */
export function reachedMessage({ date, logged, target }: Shortfall, today: LocalDate): Reply {
  const [done, of] = [formatDuration(logged), formatDuration(target)];
  return plainReply(
    `:white_check_mark: ${capital(dayWords(date, today))}: *${done}* of your *${of}* logged. Done for the day.`,
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
