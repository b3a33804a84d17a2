import { isTimeOfDay, type TimeOfDay, type Weekday } from '../time.ts';
import { weekdayNamed } from './names.ts';

/** A time in the week as somebody says it; what was not said is absent. */
export type WeekTime = { readonly weekday?: Weekday; readonly time?: TimeOfDay };

/** Reads `friday 17:00`, `every monday`, `at 9am`, `17:30`; `undefined` for anything else, and for no words at all. */
export function readWeekTime(words: string): WeekTime | undefined {
  const text = words.trim().toLowerCase();
  const [, day = '', rest = ''] = /^(?:every |on )?(?!at\b)([a-z]{3,10})\b,? ?(?:at )?(.*)$/.exec(text) ?? [];
  const weekday = day === '' ? undefined : weekdaySaid(day);
  const at = day === '' ? text.replace(/^at /, '') : rest;
  const time = at === '' ? undefined : readTimeOfDay(at);
  if ((day !== '' && weekday === undefined) || (at !== '' && time === undefined)) return undefined;
  if (weekday === undefined && time === undefined) return undefined;
  return { ...(weekday === undefined ? {} : { weekday }), ...(time === undefined ? {} : { time }) };
}

/** Reads `17:30`, `9`, `9am`, `5:30 pm`; `undefined` for what is no time of day. */
export function readTimeOfDay(words: string): TimeOfDay | undefined {
  const [, hour, minute = '00', half] =
    /^(\d{1,2})(?::(\d{2}))? ?(am|pm)?$/.exec(words.trim().toLowerCase()) ?? [];
  if (hour === undefined || (half !== undefined && Number(hour) > 12)) return undefined;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'pm' ? 12 : 0);
  const time = `${String(hours).padStart(2, '0')}:${minute}`;
  return isTimeOfDay(time) ? time : undefined;
}

function weekdaySaid(word: string): Weekday | undefined {
  // `mondays`, as the bot itself says it.
  return weekdayNamed(word) ?? weekdayNamed(word.replace(/s$/, ''));
}
