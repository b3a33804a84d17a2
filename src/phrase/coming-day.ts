import type { LocalDate } from '../time.ts';
import { findDays } from './dates.ts';
import type { ReadContext } from './reading.ts';
import { localDateAt } from './zone-clock.ts';

/** The first written day of some words as a day to come (a goal's end), with its words; a weekday is no such day. */
export function comingDays(
  words: string,
  { now, zone }: ReadContext,
): { readonly date: LocalDate; readonly words: string } | undefined {
  const today = localDateAt(now, zone);
  const [found] = findDays(words, today);
  const { start, text } = found ?? {};
  if (start === undefined || text === undefined || !start.isCertain('day') || !start.isCertain('month'))
    return undefined;
  const [month, day] = [start.get('month') ?? 0, start.get('day') ?? 0];
  const year = start.isCertain('year') ? (start.get('year') ?? 0) : Number(today.slice(0, 4));
  const date = isoDate(year, month, day);
  const coming = date < today && !start.isCertain('year') ? isoDate(year + 1, month, day) : date;
  return coming < today ? undefined : { date: coming, words: text };
}

function isoDate(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
