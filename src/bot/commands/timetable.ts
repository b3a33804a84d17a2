import { formatDuration } from '../../duration.ts';
import {
  type DigestTime,
  FIRST_SETTINGS,
  missingForReminder,
  type Prefs,
  type Settings,
  settingsOf,
  USUAL_REMINDER,
} from '../../member.ts';
import { readTimeOfDay, readWeekTime } from '../../phrase/week-time.ts';
import { quarterTime } from '../../schedule.ts';
import { putLostAway } from '../../store/lost.ts';
import { ensureTimetable, writePrefs } from '../../store/prefs.ts';
import type { TimeOfDay } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { lostOf } from '../lost-errand.ts';
import { lostBlocks, lostWords } from '../messages/lost.ts';
import { quarterWords } from '../messages/quarter-words.ts';
import { weekdayName } from '../messages/words.ts';
import { plainReply, type Reply, reply, section } from '../slack/blocks.ts';
import { pasteable, pasteableLine } from '../slack/typed-text.ts';
import { digestOn } from './digest-on.ts';

/** `digest`, `digest off`, `digest on`, `digest friday 17:00`, `digest now`: the weekly digest. */
export async function digestCommand(call: MemberCall, text = ''): Promise<Reply> {
  const words = text.trim().toLowerCase();
  if (words === '') return digestReply(call);
  if (words === 'now') return digestNow(call);
  if (words === 'off') {
    const { digest: _, ...rest } = settingsOf(call.prefs);
    return save(call, rest, digestState);
  }
  const wanted =
    words === 'on' ? (call.prefs.digest ?? FIRST_SETTINGS.digest) : digestTimeIn(words, call.prefs);
  if (wanted === undefined) return notRead('digest', text, 'digest friday 17:00');
  return saveTime(call, { digest: { ...wanted, time: quarterTime(wanted.time) } }, wanted.time, digestState);
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
    words === 'on'
      ? (call.prefs.reminderTime ?? USUAL_REMINDER)
      : readTimeOfDay(words.replace(/^(?:me )?at /, ''));
  if (time === undefined) return notRead('remind', text, 'remind at 17:30');
  const missing = missingForReminder(call.prefs);
  if (missing !== undefined) return notReminded(missing);
  return saveTime(call, { reminderTime: quarterTime(time) }, time, reminderState);
}

async function digestNow(call: MemberCall): Promise<Reply> {
  const shown = await digestOn(call, call.today);
  for (const lost of lostDigests(call)) await putLostAway(call.store, call.member, lost);
  return shown;
}

/** How the digest is set, and whether the last one may be lost. */
function digestReply(call: MemberCall): Reply {
  const state = `${digestState(call.prefs)} \`/track digest now\` shows it at once.`;
  const here = { zone: call.prefs.zone, today: call.today };
  const lost = lostDigests(call);
  const above = lost.map((each) => lostWords(each, here));
  return reply([...above, state].join('\n'), [
    ...lost.flatMap((each) => lostBlocks(each, here)),
    section(state),
  ]);
}

function lostDigests(call: MemberCall) {
  return lostOf(call).filter(({ errand }) => errand === 'digest');
}

function notReminded(missing: 'target' | 'working day'): Reply {
  const why =
    missing === 'target'
      ? 'a reminder needs a daily target to know when you are short of it'
      : 'a reminder comes on working days, and you have none';
  return plainReply(`Nothing changed: ${why}. \`/track settings\` has both.`);
}

/** Saves a time, and says where it is not the one that was asked for. */
function saveTime(
  call: MemberCall,
  next: Partial<Settings>,
  asked: TimeOfDay,
  words: (prefs: Prefs) => string,
): Promise<Reply> {
  const moved = quarterWords([asked]);
  const whole = (prefs: Prefs) => [words(prefs), moved].filter((part) => part !== '').join(' ');
  return save(call, { ...settingsOf(call.prefs), ...next }, whole);
}

async function save(
  { store, member, prefs }: MemberCall,
  next: Settings,
  words: (prefs: Prefs) => string,
): Promise<Reply> {
  const result = await writePrefs(store, member, prefs, next);
  if (result.kind === 'done') await ensureTimetable(store, member, result.prefs);
  return plainReply(
    result.kind === 'done'
      ? `:white_check_mark: ${words(result.prefs)}`
      : `Not changed: your settings were changed a moment ago. ${words(result.prefs)}`,
  );
}

function digestState({ digest }: Prefs): string {
  return digest === undefined
    ? 'Your weekly digest is off. `/track digest on` turns it on.'
    : `Your weekly digest comes ${weekdayName(digest.weekday)}s at ${digest.time}. \`/track digest off\` stops it.`;
}

function reminderState(prefs: Prefs): string {
  const { reminderTime, dailyTarget, workingDays } = prefs;
  const off = '`/track remind off` stops them.';
  if (reminderTime === undefined) {
    const first =
      missingForReminder(prefs) === undefined
        ? ''
        : ', once you have a daily target and working days: `/track settings` has both';
    return `Reminders are off. \`/track remind at 17:30\` turns them on${first}.`;
  }
  if (dailyTarget === undefined || workingDays.length === 0) {
    return `Reminders come at ${reminderTime}, once you have a daily target and working days: \`/track settings\` has both. ${off}`;
  }
  const days = workingDays.map((day) => weekdayName(day).slice(0, 3)).join(', ');
  return `On ${days} at ${reminderTime} you are reminded if you are short of your ${formatDuration(dailyTarget)}. ${off}`;
}

function digestTimeIn(words: string, { digest = FIRST_SETTINGS.digest }: Prefs): DigestTime | undefined {
  const said = readWeekTime(words);
  return said === undefined ? undefined : { ...digest, ...said };
}

function notRead(verb: string, text: string, example: string): Reply {
  return plainReply(
    `:thinking_face: I did not understand ${pasteable(`${verb} ${text}`)}, so nothing changed. Try ${pasteableLine(example)} or ${pasteableLine(`${verb} off`)}.`,
  );
}
