import { formatDuration } from '../../duration.ts';
import type { Prefs } from '../../member.ts';
import { actions, button, type Reply, reply, section } from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';
import { ACTION } from '../wire/action-ids.ts';
import { weekdayName, zoneWords } from './words.ts';

/** Everything a member has set, one line of mrkdwn each. */
export function settingsLines(prefs: Prefs, allowsNaming: boolean): readonly string[] {
  const { weekStart, dailyTarget, workingDays, reminderTime } = prefs;
  const target = dailyTarget === undefined ? 'none' : `*${formatDuration(dailyTarget)}*`;
  const days = workingDays.length === 0 ? 'none' : `*${workingDays.map(weekdayName).join(', ')}*`;
  const reminder =
    reminderTime === undefined ? 'off' : `*${reminderTime}* on working days, when short of the target`;
  return [
    `• Time zone: *${escapeText(zoneWords(prefs.zone))}*${whoseZone(prefs)}`,
    `• Week starts on: *${weekdayName(weekStart)}*`,
    `• Daily target: ${target}`,
    `• Working days: ${days}`,
    `• Weekly digest: ${digestWords(prefs)}`,
    `• Reminder: ${reminder}`,
    `• In the team digest: ${allowsNaming ? '*named*, where an admin lets it' : 'not named'}`,
  ];
}

/** When the weekly digest comes: `*Mondays at 09:00*`, `off`. */
export function digestWords({ digest }: Pick<Prefs, 'digest'>): string {
  return digest === undefined ? 'off' : `*${weekdayName(digest.weekday)}s at ${digest.time}*`;
}

/** All settings under a line that says what was done, with the way to change them. */
export function settingsReply(said: string, prefs: Prefs, allowsNaming: boolean): Reply {
  const text = [said, ...settingsLines(prefs, allowsNaming)].join('\n');
  const change = button({ action: ACTION.settings, text: 'Change settings', value: '-' });
  return reply(text, [section(text), actions('settings', [change])]);
}

function whoseZone({ zoneAssumed, zoneChosen }: Prefs): string {
  if (zoneChosen) return '';
  return zoneAssumed ? ' (a guess)' : ' (as in Slack)';
}
