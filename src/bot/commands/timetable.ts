import { formatDuration } from '../../duration.ts';
import type { DigestTime, Prefs, Settings } from '../../member.ts';
import { digestOf, digestSince } from '../../reports/digest.ts';
import { writePrefs } from '../../store/prefs.ts';
import { readEntries } from '../../store/read-entries.ts';
import { isTimeOfDay, type TimeOfDay, WEEK, type Weekday } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { digestMessage } from '../messages/digest.ts';
import { weekdayName } from '../messages/words.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { inlineCode } from '../slack/escape.ts';

const MONDAY_MORNING: DigestTime = { weekday: 1, time: '09:00' };
const REMINDER_TIME: TimeOfDay = '17:00';

/** `digest`, `digest off`, `digest on`, `digest friday 17:00`, `digest now`: the weekly digest. */
export async function digestCommand(call: MemberCall, text = ''): Promise<Reply> {
  const words = text.trim().toLowerCase();
  if (words === '') return plainReply(`${digestState(call.prefs)} \`/track digest now\` shows it at once.`);
  if (words === 'now') return digestNow(call);
  if (words === 'off') {
    const { digest: _, ...rest } = settingsOf(call.prefs);
    return save(call, rest, digestState);
  }
  const wanted = words === 'on' ? (call.prefs.digest ?? MONDAY_MORNING) : digestTimeIn(words, call.prefs);
  if (wanted === undefined) return notRead('digest', text, 'digest friday 17:00');
  return save(call, { ...settingsOf(call.prefs), digest: wanted }, digestState);
}

/** `remind`, `remind off`, `remind on`, `remind at 17:30`: the reminder for those who are short of their target. */
export async function remindCommand(call: MemberCall, text = ''): Promise<Reply> {
  const words = text.trim().toLowerCase();
  if (words === '') return plainReply(reminderState(call.prefs));
  if (/^(?:off|stop)$/.test(words)) {
    const { reminderTime: _, ...rest } = settingsOf(call.prefs);
    return save(call, rest, reminderState);
  }
  const time =
    words === 'on' ? (call.prefs.reminderTime ?? REMINDER_TIME) : timeIn(words.replace(/^(?:me )?at /, ''));
  if (time === undefined) return notRead('remind', text, 'remind at 17:30');
  return save(call, { ...settingsOf(call.prefs), reminderTime: time }, reminderState);
}

async function digestNow({ store, member, prefs, today }: MemberCall): Promise<Reply> {
  const request = { ...prefs, today };
  const { entries } = await readEntries(store, member, { since: digestSince(request), until: today });
  const digest = digestOf(entries, request);
  if (digest === undefined) return plainReply('Nothing was logged that week, so there is nothing to tell.');
  const { weekStart, digest: time = MONDAY_MORNING } = prefs;
  return digestMessage(digest, { today, weekStart, time, titles: new Map() });
}

async function save(
  { store, member, prefs }: MemberCall,
  next: Settings,
  words: (prefs: Prefs) => string,
): Promise<Reply> {
  const result = await writePrefs(store, member, prefs, next);
  return plainReply(
    result.kind === 'done'
      ? `:white_check_mark: ${words(result.prefs)}`
      : `Not changed: your settings were changed a moment ago. ${words(result.prefs)}`,
  );
}

function settingsOf({ version: _, ...settings }: Prefs): Settings {
  return settings;
}

function digestState({ digest }: Prefs): string {
  return digest === undefined
    ? 'Your weekly digest is off. `/track digest on` turns it on.'
    : `Your weekly digest comes ${weekdayName(digest.weekday)}s at ${digest.time}. \`/track digest off\` stops it.`;
}

function reminderState({ reminderTime, dailyTarget, workingDays }: Prefs): string {
  if (reminderTime === undefined) return 'Reminders are off. `/track remind at 17:30` turns them on.';
  const off = '`/track remind off` stops them.';
  if (dailyTarget === undefined) {
    return `Reminders come at ${reminderTime}, once you have a daily target: set one with \`/track settings\`. ${off}`;
  }
  const days = workingDays.map((day) => weekdayName(day).slice(0, 3)).join(', ');
  return `On ${days} at ${reminderTime} you are reminded if you are short of your ${formatDuration(dailyTarget)}. ${off}`;
}

function digestTimeIn(words: string, { digest = MONDAY_MORNING }: Prefs): DigestTime | undefined {
  const [, day = '', rest = ''] = /^(?:every |on )?([a-z]{3,9})s?\b,? ?(?:at )?(.*)$/.exec(words) ?? [];
  const weekday = day === '' || day === 'at' ? digest.weekday : weekdayIn(day);
  const at = day === '' ? words.replace(/^at /, '') : rest;
  const time = at === '' ? digest.time : timeIn(at);
  return weekday === undefined || time === undefined ? undefined : { weekday, time };
}

function weekdayIn(word: string): Weekday | undefined {
  return WEEK.find((day) => word.length >= 3 && weekdayName(day).toLowerCase().startsWith(word));
}

/** `17:30`, `9`, `9am`, `5:30 pm`. */
function timeIn(words: string): TimeOfDay | undefined {
  const [, hour, minute = '00', half] = /^(\d{1,2})(?::(\d{2}))? ?(am|pm)?$/.exec(words.trim()) ?? [];
  if (hour === undefined) return undefined;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'pm' ? 12 : 0);
  const time = `${String(hours).padStart(2, '0')}:${minute}`;
  return isTimeOfDay(time) ? time : undefined;
}

function notRead(verb: string, text: string, example: string): Reply {
  return plainReply(
    `:thinking_face: I did not understand ${inlineCode(`/track ${verb} ${text}`)}, so nothing changed. Try ${inlineCode(`/track ${example}`)} or ${inlineCode(`/track ${verb} off`)}.`,
  );
}
