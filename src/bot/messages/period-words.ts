import type { WeekStart } from '../../member.ts';
import { isFromTheBeginning, monthsIn, type Period } from '../../period.ts';
import { addDays, daysBetween, type LocalDate, weekdayOf } from '../../time.ts';
import { dateWords, dayTitle, MONTH_NAMES } from './words.ts';

/** The member's own day, and the day on which their week begins. */
export type Calendar = { readonly today: LocalDate; readonly weekStart: WeekStart };

/**
 * A period as a person calls it, with its dates: `Today, Wed 16 Sep`, `This week, Mon 14 – Sun 20 Sep`, `August 2026`,
 * `Q3 2026`, `Fri 4 – Thu 10 Sep`.
 */
export function periodTitle(period: Period, calendar: Calendar): string {
  const { since, until } = period;
  const { today } = calendar;
  if (since === until) {
    const title = dayTitle(since, today);
    const date = dateWords(since, today);
    return title === date ? date : `${title}, ${date}`;
  }
  if (isFromTheBeginning(period)) return until >= today ? 'All time' : `Until ${dateWords(until, today)}`;
  const week = weekName(period, calendar);
  if (week !== undefined) return `${week}, ${datesWords(period, today)}`;
  return monthsName(period) ?? datesWords(period, today);
}

/** `Mon 14 – Sun 20 Sep`, `Mon 31 Aug – Sun 6 Sep`, with the years where one of them is not this year. */
export function datesWords({ since, until }: Period, today: LocalDate): string {
  const [first, last] = [dateWords(since, today), dateWords(until, today)];
  const sameMonth = since.slice(0, 7) === until.slice(0, 7);
  return `${sameMonth ? first.split(' ').slice(0, 2).join(' ') : first} – ${last}`;
}

/** A week that is told of: `week, Mon 14 – Sun 20 Sep`; one that goes on, as far as it has come: `week so far, Mon 14 – Fri 18 Sep`. */
export function weekWords({ since, until }: Period, today: LocalDate): string {
  return today < until && today > since
    ? `week so far, ${datesWords({ since, until: today }, today)}`
    : `week, ${datesWords({ since, until }, today)}`;
}

/** Within which days something lies, as words go on: `from Mon 14 Sep to Sun 20 Sep`, and `of Wed 16 Sep` for a single one. */
export function spanWords({ since, until }: Period, today: LocalDate, ofOne = 'of'): string {
  if (since === until) return `${ofOne} ${dateWords(since, today)}`;
  if (isFromTheBeginning({ since, until })) return `until ${dateWords(until, today)}`;
  return `from ${dateWords(since, today)} to ${dateWords(until, today)}`;
}

/** The period before one, as words go on after `than` and `in`: `last week`, `the week before`, `August 2026`, `the day before`. */
export function beforeWords(period: Period, before: Period): string {
  const days = daysBetween(period.since, period.until) + 1;
  const months = monthsIn(period);
  if (months !== undefined) {
    const whole = { since: before.since, until: addDays(period.since, -1) };
    return monthsName(whole) ?? `the ${months} months before`;
  }
  if (days === 1) return 'the day before';
  return days === 7 ? 'the week before' : `the ${days} days before`;
}

function weekName({ since, until }: Period, { today, weekStart }: Calendar): string | undefined {
  if (daysBetween(since, until) !== 6 || weekdayOf(since) !== weekStart) return undefined;
  if (since <= today && today <= until) return 'This week';
  return daysBetween(until, today) >= 1 && daysBetween(until, today) <= 7 ? 'Last week' : 'Week';
}

function monthsName(period: Period): string | undefined {
  const year = period.since.slice(0, 4);
  const month = Number(period.since.slice(5, 7));
  switch (monthsIn(period)) {
    case 1:
      return `${MONTH_NAMES[month - 1]} ${year}`;
    case 3:
      return month % 3 === 1 ? `Q${Math.ceil(month / 3)} ${year}` : undefined;
    case 12:
      return month === 1 ? year : undefined;
    default:
      return undefined;
  }
}
